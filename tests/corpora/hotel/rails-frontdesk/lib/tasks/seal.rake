# frozen_string_literal: true

require "net/http"

namespace :seal do
  EXPORT = "https://app.sealmetrics.com/api/export"

  desc "Downloads yesterday's export of the legacy account"
  task export: :environment do
    token = Rails.application.credentials.sealmetrics.fetch(:legacy_token)
    uri = URI("#{EXPORT}?date=#{Date.yesterday}&access_token=#{token}") ⟪token-in-url⟫
    response = Net::HTTP.get_response(uri)
    abort "export answered #{response.code}" unless response.is_a?(Net::HTTPSuccess)
    Rails.root.join("tmp/export-#{Date.yesterday}.csv").write(response.body)
  end

  desc "Lists the accounts"
  task accounts: :environment do
    response = Net::HTTP.get_response(URI("https://api.sealmetrics.com/v1/accounts")) ⟪missing-authorization⟫
    abort "accounts answered #{response.code}" unless response.is_a?(Net::HTTPSuccess)
    JSON.parse(response.body).fetch("data").each { |account| puts account.values_at("id", "name").join("\t") }
  end
end
