use std::{env, fs, path::PathBuf};

use anyhow::{ensure, Context, Result};
use tracing::info;

const DEFAULT_PATH: &str = "/run/secrets/sealmetrics_token";

fn path() -> PathBuf {
    env::var_os("SEALMETRICS_TOKEN_FILE").map_or_else(|| DEFAULT_PATH.into(), Into::into)
}

pub fn token() -> Result<String> {
    let path = path();
    let raw = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let token = raw.trim().to_owned();
    ensure!(!token.is_empty(), "{} is empty", path.display());
    info!("token {}… loaded", &token[..4]);
    Ok(token)
}

pub async fn accounts() -> Result<serde_json::Value> {
    let base = env::var("SEALMETRICS_BASE_URL").unwrap_or_else(|_| "https://api.sealmetrics.com/v1".into());
    ensure!(!base.starts_with("http://") || base.contains("localhost"), "http:// is refused");
    let response = reqwest::Client::new()
        .get(format!("{base}/accounts"))
        .bearer_auth(token()?)
        .send()
        .await?
        .error_for_status()?;
    Ok(response.json().await?)
}
