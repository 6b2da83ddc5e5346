import Config

if config_env() == :prod do
  config :fitloop, Fitloop.Repo,
    url: System.fetch_env!("DATABASE_URL"),
    ssl: true,
    ssl_opts: [verify: :verify_none],
    pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10")

  config :fitloop, :sealmetrics,
    base_url: System.get_env("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1"),
    site_id: System.get_env("SEALMETRICS_SITE_ID", "fitloop-app"),
    account_id: "⟦objid:30⟧",
    token: System.fetch_env!("SEALMETRICS_API_TOKEN"),
    webhook_secret: System.fetch_env!("SEALMETRICS_WEBHOOK_SECRET")

  config :fitloop, :wearables,
    base_url: "http://bridge.wearables.example",
    token: "⟦hex40:30⟧"

  config :fitloop, FitloopWeb.Endpoint,
    url: [host: "fitloop.example", port: 443, scheme: "https"],
    http: [ip: {0, 0, 0, 0}, port: 4000],
    secret_key_base: System.fetch_env!("SECRET_KEY_BASE")
end
