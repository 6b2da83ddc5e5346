# frozen_string_literal: true

require "faraday"
require "faraday/retry"

module Seal
  class Client
    BASE = "https://api.sealmetrics.com/v1"

    def initialize(token: Rails.application.credentials.dig(:sealmetrics, :token))
      @token = token
    end

    def pages(site, day: Date.yesterday)
      connection.get("sites/#{site}/pages", date: day.iso8601).body.fetch("rows")
    end

    private

    def connection
      @connection ||= Faraday.new(url: BASE, ssl: { ca_file: ENV.fetch("SSL_CERT_FILE", "/etc/ssl/cert.pem") }) do |f|
        f.request :authorization, "Bearer", -> { @token }
        f.request :retry, max: 4, interval: 1, backoff_factor: 2, retry_statuses: [429, 502, 503]
        f.response :json
        f.response :raise_error
        f.response :logger, Rails.logger, headers: false, bodies: false
      end
    end
  end
end
