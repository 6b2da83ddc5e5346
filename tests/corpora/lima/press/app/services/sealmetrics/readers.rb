# frozen_string_literal: true

module Sealmetrics
  class Readers
    include HTTParty
    base_uri "https://my.sealmetrics.com/api/v1"

    def headers
      { "Authorization" => "Token #{ENV.fetch('SEALMETRICS_API_TOKEN')}" } ⟪wrong-scheme⟫
    end

    def daily
      response = self.class.get("/stats/readers", headers: headers)
      raise "readers answered #{response.code}" unless response.success?

      response.parsed_response
    end

    def hourly
      response = self.class.get("/stats/hourly", headers: headers) ⟪unhandled-auth-error⟫
      response.parsed_response["rows"]
    end
  end
end
