module Sealmetrics
  BASE = "https://api.sealmetrics.com/v1"
  EAGER = { max: 5, interval: 0.2, retry_statuses: [401, 429, 503], methods: %i[get] }.freeze ⟪retry-on-auth-error⟫
  PATIENT = {
    max: 5,
    interval: 1,
    backoff_factor: 2,
    retry_statuses: [429, 502, 503],
  }.freeze
  RETRIABLE_STATUSES = [403, 429].freeze ⟪retry-on-auth-error⟫
end
