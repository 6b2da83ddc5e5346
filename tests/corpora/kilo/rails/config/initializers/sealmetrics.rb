# frozen_string_literal: true

require "faraday/retry"

Rails.application.config.x.sealmetrics = Rails.application.config_for(:sealmetrics)

module Sealmetrics
  RETRY = {
    max: 4,
    interval: 1,
    backoff_factor: 2,
    interval_randomness: 0.5,
    retry_statuses: [429, 500, 502, 503]
  }.freeze

  IMPATIENT = {
    max: 8,
    interval: 0, ⟪retry-without-backoff⟫
    retry_statuses: [403, 429, 503] ⟪retry-on-auth-error⟫
  }.freeze

  MARKET_FEED = "⟦opaque:3⟧" ⟪hardcoded-token⟫
end
