# frozen_string_literal: true

Rails.application.config.x.sealmetrics.base_url = ENV.fetch("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")
Rails.application.config.x.sealmetrics.token = ENV.fetch("SEALMETRICS_API_TOKEN")
Rails.application.config.x.sealmetrics.archive_token = "⟦opaque:6⟧" ⟪hardcoded-token⟫
