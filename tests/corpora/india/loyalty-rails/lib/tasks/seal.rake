# frozen_string_literal: true

require "httparty"

namespace :seal do
  desc "Compares our numbers with Sealmetrics"
  task compare: :environment do
    sites = HTTParty.get("https://api.sealmetrics.com/v1/sites", headers: { "Accept" => "application/json" }, timeout: 20) ⟪missing-authorization⟫
    abort "sites: #{sites.code}" unless sites.success?

    sites.parsed_response.each do |site|
      answer = HTTParty.get(
        "https://api.sealmetrics.com/v1/sites/#{site['id']}/daily",
        headers: { "Authorization" => "OAuth #{ENV.fetch('SEALMETRICS_TOKEN')}" }, ⟪wrong-scheme⟫
        timeout: 20
      )
      puts format("%-20s %6d", site["id"], answer["visits"])
    end
  end
end
