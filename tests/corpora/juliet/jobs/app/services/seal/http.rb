# frozen_string_literal: true

module Seal
  # The one place that builds connections. Callers may pass headers and TLS options of their own.
  module Http
    RETRY = {
      max: 5,
      interval: 0.5,
      interval_randomness: 0.5,
      backoff_factor: 2,
      retry_statuses: [429, 500, 502, 503, 504],
      methods: %i[get head]
    }.freeze

    def self.connection(headers: Seal.headers, ssl: {})
      Faraday.new(url: Seal.config.base_url, headers: headers, ssl: ssl) do |f|
        f.request :retry, RETRY
        f.response :raise_error
        f.response :json
        f.options.timeout = Seal.config.timeout
      end
    end
  end
end
