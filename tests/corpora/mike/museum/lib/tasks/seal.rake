# frozen_string_literal: true

namespace :seal do
  desc "Makes the token of the visitor screens"
  task screens: :environment do
    made = Seal.connection.post("api-tokens") do |request|
      request.headers["Content-Type"] = "application/json"
      request.body = {
        name: "visitor-screens",
        scopes: SealScopes::SCREENS,
        account_ids: [Seal.settings.site_id],
        expires_in_days: 60
      }.to_json
    end.body
    File.write(Rails.root.join("storage/screens.token"), made["token"], perm: 0o600)
    puts "token #{made["id"]} written"
  end

  desc "Makes the token of the press office's dashboard"
  task press: :environment do
    made = Seal.connection.post("api-tokens") do |request| ⟪unbounded-token-lifetime⟫
      request.headers["Content-Type"] = "application/json"
      request.body = {
        name: "press-dashboard",
        scopes: SealScopes::PRESS,
        account_ids: [Seal.settings.site_id]
      }.to_json
    end.body
    File.write(Rails.root.join("storage/press.token"), made["token"], perm: 0o600)
    puts "token #{made["id"]} written"
  end
end
