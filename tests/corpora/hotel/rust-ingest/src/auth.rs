//! Middleware that adds the credential. `http://api.sealmetrics.com` is refused.

use http::Extensions;
use reqwest::header::{HeaderValue, AUTHORIZATION};
use reqwest::{Request, Response};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next, Result};
use secrecy::{ExposeSecret, SecretString};

pub struct SealAuth {
    token: SecretString,
}

impl SealAuth {
    pub fn from_file(path: &std::path::Path) -> std::io::Result<Self> {
        let raw = std::fs::read_to_string(path)?;
        Ok(Self { token: raw.trim().to_owned().into() })
    }
}

#[async_trait::async_trait]
impl Middleware for SealAuth {
    async fn handle(&self, mut req: Request, ext: &mut Extensions, next: Next<'_>) -> Result<Response> {
        if req.url().host_str() == Some("api.sealmetrics.com") && req.url().scheme() == "https" {
            let value = format!("Bearer {}", self.token.expose_secret());
            let mut header = HeaderValue::from_str(&value).map_err(anyhow::Error::from)?;
            header.set_sensitive(true);
            req.headers_mut().insert(AUTHORIZATION, header);
        }
        let response = next.run(req, ext).await?;
        tracing::info!(status = %response.status(), "sealmetrics answered");
        Ok(response.error_for_status()?)
    }
}

pub fn client(auth: SealAuth) -> ClientWithMiddleware {
    ClientBuilder::new(reqwest::Client::new()).with(auth).build()
}
