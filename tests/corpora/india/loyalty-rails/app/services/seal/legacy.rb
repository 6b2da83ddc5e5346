# frozen_string_literal: true

require "net/http"
require "json"

module Seal
  class Legacy
    HOST = "app.sealmetrics.com"
    TOKEN = ENV.fetch("SEAL_METRICS_TOKEN") { "⟦jwt:rb1⟧" } ⟪hardcoded-jwt⟫

    def traffic(account)
      http = Net::HTTP.new(HOST, 443)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_NONE ⟪unverified-tls⟫
      request = Net::HTTP::Get.new("/api/report/traffic?account_id=#{account}")
      request["Accept"] = "application/json"
      request["Authorization"] = 'Bearer #{TOKEN}' ⟪uninterpolated-token⟫
      response = http.request(request)
      raise "traffic: #{response.code}" unless response.is_a?(Net::HTTPSuccess)

      JSON.parse(response.body).fetch("data")
    end
  end
end
