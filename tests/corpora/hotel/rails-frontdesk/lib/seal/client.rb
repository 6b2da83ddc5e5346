# frozen_string_literal: true

require "faraday"

module Seal
  class Authenticate < Faraday::Middleware
    def initialize(app, token)
      super(app)
      @token = token
    end

    def on_request(env)
      env.request_headers["Accept"] = "application/json"
      env.request_headers["Authorization"] = "Token token=#{@token}" ⟪wrong-scheme⟫
    end
  end

  class Client
    BASE = "https://api.sealmetrics.com/v1"

    def initialize(token: ENV.fetch("SEALMETRICS_TOKEN"), logger: Rails.logger)
      @connection = Faraday.new(url: BASE, ssl: { verify: false }, request: { timeout: 10 }) do |f| ⟪unverified-tls⟫
        f.use Authenticate, token
        f.response :json
        f.response :raise_error
        f.response :logger, logger, headers: false, bodies: false
      end
    end

    def sources(account, day)
      @connection.get("accounts/#{account}/sources", date: day.iso8601).body.fetch("data")
    end
  end
end
