# frozen_string_literal: true

Rails.application.config.x.sealmetrics = Rails.application.config_for(:sealmetrics)

Rails.application.config.x.sealmetrics_export_key = ENV.fetch("SEALMETRICS_API_KEY", "⟦sm:4⟧") ⟪hardcoded-token⟫
