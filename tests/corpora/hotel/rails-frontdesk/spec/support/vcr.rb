# frozen_string_literal: true

require "vcr"
require "webmock/rspec"

VCR.configure do |config|
  config.cassette_library_dir = "spec/cassettes"
  config.hook_into :webmock, :faraday
  config.configure_rspec_metadata!
  config.ignore_hosts "127.0.0.1", "localhost"

  config.filter_sensitive_data("<SEALMETRICS_TOKEN>") { ENV["SEALMETRICS_TOKEN"] }
  config.filter_sensitive_data("<SEALMETRICS_API_KEY>") { ENV["SEALMETRICS_API_KEY"] }

  config.before_record do |interaction|
    interaction.request.headers["Authorization"]&.map! { "Bearer <SEALMETRICS_TOKEN>" }
    interaction.response.headers.delete("Set-Cookie")
  end
end

RSpec.configure do |config|
  config.before { stub_request(:any, /\Ahttp:/).to_raise("plain http is not allowed") }
end
