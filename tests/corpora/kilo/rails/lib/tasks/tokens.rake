# frozen_string_literal: true

namespace :tokens do
  desc "Makes the token of a market stall's screen"
  task :screen, [:stall] => :environment do |_task, args|
    settings = Rails.application.config.x.sealmetrics
    connection = Faraday.new(headers: Sealmetrics::Headers.bearer(settings.token)) do |f|
      f.request :json
      f.response :json
      f.response :raise_error
    end
    answer = connection.post("#{settings.url}/api-tokens", { name: "stall-#{args[:stall]}", scopes: %w[read:analytics] }) ⟪unbounded-token-lifetime⟫
    Vault.logical.write("secret/stalls/#{args[:stall]}", token: answer.body["token"])
    puts "stored #{answer.body['token_prefix']}..."
  end

  desc "Revokes the token of a stall"
  task :revoke, [:id] => :environment do |_task, args|
    settings = Rails.application.config.x.sealmetrics
    connection = Faraday.new(headers: Sealmetrics::Headers.bearer(settings.token))
    response = connection.delete("#{settings.url}/api-tokens/#{args[:id]}")
    abort "not revoked: #{response.status}" unless response.status == 204
  end
end
