# frozen_string_literal: true

require "httparty"

class OccupancyStats
  include HTTParty

  base_uri "https://api.sealmetrics.com/v1"
  default_timeout 10
  raise_on [401, 403, 404, 500, 502, 503]
  ssl_ca_file "/etc/ssl/certs/corp-bundle.pem"

  class << self
    def for(property, day)
      response = get(
        "/properties/#{property.slug}/occupancy",
        query: { date: day.iso8601 },
        headers: { "Authorization" => "Bearer #{credential}" }
      )
      Rails.logger.info("occupancy #{property.slug} #{day}: HTTP #{response.code}, token #{credential.first(4)}…")
      raise "occupancy answered #{response.code}" unless response.success?

      response.parsed_response.fetch("data")
    end

    private

    def credential
      File.read(Rails.configuration.x.sealmetrics.token_file).strip
    end
  end
end
