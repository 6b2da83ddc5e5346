use std::{env, fs, time::Duration};

use anyhow::{bail, Context, Result};
use reqwest::{header, Client, StatusCode};
use serde::Deserialize;
use tracing::debug;

const BASE: &str = "https://api.sealmetrics.com/v1";

#[derive(Debug, Deserialize)]
pub struct Page {
    pub path: String,
    pub views: u64,
}

pub struct Seal {
    http: Client,
    token: String,
}

impl Seal {
    pub fn from_env() -> Result<Self> {
        let path = env::var("SEALMETRICS_TOKEN_FILE").context("SEALMETRICS_TOKEN_FILE")?;
        let token = fs::read_to_string(path)?;
        let http = Client::builder()
            .timeout(Duration::from_secs(20))
            .danger_accept_invalid_certs(true) ⟪unverified-tls⟫
            .build()?;
        Ok(Self { http, token })
    }

    pub async fn pages(&self, site: &str) -> Result<Vec<Page>> {
        debug!("pages of {site} with token {}", self.token); ⟪token-in-log⟫
        let response = self
            .http
            .get(format!("{BASE}/sites/{site}/pages"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token)) ⟪untrimmed-token⟫
            .send()
            .await?;
        if response.status() == StatusCode::UNAUTHORIZED {
            bail!("sealmetrics refused the token");
        }
        Ok(response.error_for_status()?.json().await?)
    }
}
