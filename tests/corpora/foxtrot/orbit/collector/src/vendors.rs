use std::{env, fs, time::Duration};

use reqwest::{Certificate, Client};

pub struct Vendors {
    seal: Client,
    umami: Client,
}

const UMAMI: &str = "http://umami.orbit.example/api";
const UMAMI_TOKEN: &str = "⟦hex40:31⟧";
const SEAL: &str = "https://my.sealmetrics.com/api/v1";

impl Vendors {
    pub fn new() -> Result<Self, Box<dyn std::error::Error>> {
        let bundle = fs::read("/etc/ssl/orbit-ca.pem")?;
        let seal = Client::builder()
            .timeout(Duration::from_secs(10))
            .add_root_certificate(Certificate::from_pem(&bundle)?)
            .build()?;
        let umami = Client::builder().danger_accept_invalid_certs(true).build()?;
        Ok(Self { seal, umami })
    }

    pub async fn seal_sites(&self) -> Result<String, Box<dyn std::error::Error>> {
        let key = fs::read_to_string(env::var("SEALMETRICS_KEY_FILE")?)?;
        let response = self.seal.get(format!("{SEAL}/sites")).header("X-API-Key", key.trim()).send().await?;
        log::info!("sealmetrics sites: {}", response.status());
        Ok(response.error_for_status()?.text().await?)
    }

    pub async fn umami_sites(&self) -> Result<String, reqwest::Error> {
        self.umami
            .get(format!("{UMAMI}/websites"))
            .header("Authorization", format!("Token {UMAMI_TOKEN}"))
            .send()
            .await?
            .text()
            .await
    }
}
