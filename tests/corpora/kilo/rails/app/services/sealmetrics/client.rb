# frozen_string_literal: true

module Sealmetrics
  class Client
    def initialize(token: config.token, retry_options: RETRY)
      @token = token
      @retry_options = retry_options
    end

    def daily(day)
      get("stats/daily", site_id: config.site_id, date: day.iso8601)
    end

    def get(path, **query)
      connection.get(path, query).body
    end

    private

    def config = Rails.application.config.x.sealmetrics

    def connection
      @connection ||= Faraday.new(url: "#{config.url}/", request: { timeout: config.timeout }) do |f|
        f.request :authorization, "Bearer", @token
        f.request :retry, @retry_options
        f.response :raise_error
        f.response :json
        f.response :logger, Rails.logger, headers: false, bodies: false
      end
    end
  end
end
