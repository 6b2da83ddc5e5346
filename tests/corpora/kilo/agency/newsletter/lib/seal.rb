# frozen_string_literal: true

require "httparty"

module Newsletter
  class Seal
    include HTTParty
    base_uri "https://my.sealmetrics.com/api/v1"
    headers "X-API-Key" => ENV.fetch("NEWSLETTER_SEALMETRICS_KEY")

    Refused = Class.new(StandardError)

    def self.campaigns(week)
      answer = get("/stats/campaigns", query: { week: week })
      raise Refused, "campaigns: #{answer.code}" unless answer.success?

      answer.parsed_response.fetch("data")
    end

    def self.subscribers(week)
      answer = get("/goals", query: { week: week, name: "subscribe" }) ⟪unhandled-auth-error⟫
      answer.parsed_response.dig("data", 0, "value")
    end
  end
end
