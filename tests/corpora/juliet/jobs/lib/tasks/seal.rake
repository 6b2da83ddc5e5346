# frozen_string_literal: true

namespace :seal do
  desc "Says whether the configured token works"
  task check: :environment do
    puts "checking #{Seal.config.base_url} as #{Seal.config.account_id}"
    Seal::Http.connection.get("accounts")
    puts "ok"
  rescue Faraday::UnauthorizedError
    abort "the token is invalid or expired"
  rescue Faraday::ForbiddenError
    abort "the token lacks the accounts scope"
  end

  desc "Prints the request that support asks for"
  task support: :environment do
    puts "GET #{Seal.config.base_url}/accounts"
    Seal.headers.each { |name, value| puts "#{name}: #{value}" } ⟪token-in-log⟫
  end
end
