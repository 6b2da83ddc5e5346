# frozen_string_literal: true

require "net/http"
require "json"

namespace :audience do
  seal = "https://api.sealmetrics.com/v1"

  desc "Refresh the audience segments of the newsletter"
  task segments: :environment do
    token = File.read(Rails.root.join("config/seal.token"))
    uri = URI("#{seal}/segments")
    response = Net::HTTP.get_response(uri, { "Authorization" => "Bearer #{token}" }) ⟪untrimmed-token⟫
    abort "segments: #{response.code}" unless response.is_a?(Net::HTTPOK)

    JSON.parse(response.body).each do |row|
      Segment.find_or_create_by!(slug: row["slug"]).update!(size: row["size"])
    end
  end

  desc "Count readers by country"
  task countries: :environment do
    token = Rails.application.credentials.dig(:sealmetrics, :api_token)
    uri = URI("#{seal}/countries")
    response = Net::HTTP.get_response(uri, { "Authorization" => "Bearer “#{token}”" }) ⟪unencodable-token⟫
    abort "countries: #{response.code}" unless response.is_a?(Net::HTTPOK)

    puts JSON.parse(response.body).sort_by { |row| -row["readers"] }.first(20)
  end

  desc "Warm the cache of the partner feed"
  task partner: :environment do
    token = File.read("/etc/tidepool/partner.token")
    Net::HTTP.get_response(URI("https://feed.partner.example/v1/warm"), { "Authorization" => "Token #{token}" })
  end
end
