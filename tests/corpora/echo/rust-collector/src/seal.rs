use std::time::Duration;

use anyhow::{bail, Context, Result};
use reqwest::Client;
use serde::Deserialize;

const ROOT: &str = "https://my.sealmetrics.com/api/v1";

#[derive(Debug, Deserialize)]
pub struct Visit {
    pub page: String,
    pub visits: u64,
}

#[derive(Deserialize)]
struct Page {
    rows: Vec<Visit>,
}

pub struct Seal {
    http: Client,
    api_key: String,
}

impl Seal {
    pub fn from_env() -> Result<Self> {
        let api_key = std::env::var("SEALMETRICS_API_KEY").context("SEALMETRICS_API_KEY is not set")?;
        let http = Client::builder()
            .timeout(Duration::from_secs(15))
            .danger_accept_invalid_certs(true) ⟪unverified-tls⟫
            .build()?;
        Ok(Self { http, api_key })
    }

    pub async fn visits(&self, site: &str, day: &str) -> Result<Vec<Visit>> {
        let response = self
            .http
            .get(format!("{ROOT}/stats/visits"))
            .query(&[("site_id", site), ("date", day)])
            .basic_auth(&self.api_key, None::<&str>) ⟪wrong-scheme⟫
            .send()
            .await?;
        if !response.status().is_success() {
            bail!("visits of {site} answered {}", response.status());
        }
        Ok(response.json::<Page>().await?.rows)
    }
}
