import Config

if config_env() == :prod do
  config :desk, Desk.Repo,
    url: System.fetch_env!("DATABASE_URL"),
    pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10")

  config :desk, DeskWeb.Endpoint,
    url: [host: System.fetch_env!("PHX_HOST"), port: 443, scheme: "https"],
    secret_key_base: System.fetch_env!("SECRET_KEY_BASE")

  config :desk,
    sealmetrics_base_url: System.get_env("SEALMETRICS_BASE_URL") || "https://api.sealmetrics.com/v1",
    sealmetrics_site_id: System.get_env("SEALMETRICS_SITE_ID") || "⟦objid:ex02⟧",
    sealmetrics_token: System.fetch_env!("SEALMETRICS_TOKEN"),
    sealmetrics_webhook_secret: System.get_env("SEALMETRICS_WEBHOOK_SECRET") || "⟦whsec:ex02⟧" ⟪hardcoded-webhook-secret⟫

  config :logger, level: :info
end
