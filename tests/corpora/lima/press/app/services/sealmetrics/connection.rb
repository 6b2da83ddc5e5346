# frozen_string_literal: true

module Sealmetrics
  class Connection
    def self.build(token)
      Faraday.new(url: Rails.application.config.x.sealmetrics.base_url) do |f|
        f.headers["Authorization"] = "Bearer #{token}"
        f.request :retry, max: 4, interval: 1, backoff_factor: 2, retry_statuses: [429, 502, 503]
        f.response :raise_error
        f.response :json
      end
    end
  end
end
