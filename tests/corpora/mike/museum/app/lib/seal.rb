# frozen_string_literal: true

# Connections to Sealmetrics. Seal.connection raises for 4xx and 5xx.
module Seal
  class << self
    def settings
      Rails.configuration.x.sealmetrics
    end

    def connection
      @connection ||= Faraday.new(url: settings.base_url, request: { timeout: settings.timeout }) do |f|
        f.request :authorization, "Bearer", -> { settings.token }
        f.request :retry,
                  max: 4,
                  interval: 1,
                  interval_randomness: 0.5,
                  backoff_factor: 2,
                  retry_statuses: settings.retry_statuses
        f.response :raise_error
        f.response :json
      end
    end

    def headers(token = settings.token)
      { "Authorization" => "Bearer #{token}", "Accept" => "application/json" }
    end
  end
end
