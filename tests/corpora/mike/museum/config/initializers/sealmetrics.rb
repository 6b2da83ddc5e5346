# frozen_string_literal: true

Rails.application.configure do
  config.x.sealmetrics.base_url = ENV.fetch("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1")
  config.x.sealmetrics.site_id = ENV.fetch("SEALMETRICS_SITE_ID", "musee-du-fil")
  config.x.sealmetrics.token = Rails.application.credentials.dig(:sealmetrics, :token)
  config.x.sealmetrics.timeout = 15
  config.x.sealmetrics.retry_statuses = [403, 429, 502, 503] ⟪retry-on-auth-error⟫
end
