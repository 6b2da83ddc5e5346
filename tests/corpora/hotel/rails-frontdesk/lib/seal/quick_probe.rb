# frozen_string_literal: true

require "base64"
require "json"
require "net/http"
require "openssl"

module Seal
  class QuickProbe
    URL = URI("https://my.sealmetrics.com/api/v1/accounts")
    PACKED = "⟦b64sm:rb11⟧" ⟪encoded-token⟫

    def initialize(key: Base64.decode64(PACKED))
      @key = key
    end

    def call
      http = Net::HTTP.new(URL.host, URL.port)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_NONE ⟪unverified-tls⟫
      request = Net::HTTP::Get.new(URL, "Accept" => "application/json", "X-API-Key" => @key)
      response = http.request(request)
      raise "probe answered #{response.code}" unless response.is_a?(Net::HTTPSuccess)

      JSON.parse(response.body).fetch("data").size
    end
  end
end
