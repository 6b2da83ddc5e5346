import Config

if config_env() == :prod do
  config :alerts,
    sealmetrics_base_url: System.get_env("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1"),
    sealmetrics_site_id: "acme-shop",
    sealmetrics_token: System.fetch_env!("SEALMETRICS_TOKEN") |> String.trim()

  config :alerts, Alerts.Repo,
    url: System.fetch_env!("DATABASE_URL"),
    pool_size: String.to_integer(System.get_env("POOL_SIZE", "10"))

  config :alerts, Alerts.Mailer,
    adapter: Swoosh.Adapters.Postmark,
    api_key: "⟦uuid:pm1⟧"

  config :alerts, AlertsWeb.Endpoint,
    url: [scheme: "https", host: "alerts.acme-corp.io", port: 443],
    http: [port: 4000]
end
