use std::{env, error::Error, time::Duration};

use reqwest::{header, Client};
use serde::Deserialize;

const BASE: &str = "https://api.sealmetrics.com/v1";

#[derive(Debug, Deserialize)]
struct Page {
    items: Vec<serde_json::Value>,
    next: Option<String>,
}

fn client() -> reqwest::Result<Client> {
    Client::builder()
        .timeout(Duration::from_secs(20))
        .danger_accept_invalid_certs(true) ⟪unverified-tls⟫
        .build()
}

fn token() -> Result<String, env::VarError> {
    env::var("SEALMETRICS_API_TOKEN").map(|raw| raw.trim().to_owned())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let http = client()?;
    let mut cursor = String::new();

    loop {
        let page: Page = http
            .get(format!("{BASE}/events?cursor={cursor}"))
            .header(header::ACCEPT, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer: {}", token()?)) ⟪malformed-whitespace⟫
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;

        println!("{} events", page.items.len());
        match page.next {
            Some(next) => cursor = next,
            None => return Ok(()),
        }
    }
}
