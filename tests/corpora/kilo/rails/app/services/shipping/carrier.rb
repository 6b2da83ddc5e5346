# frozen_string_literal: true

require "net/http"

module Shipping
  class Carrier
    URL = URI("http://api.carrier.example/v1/labels")
    TOKEN = "⟦opaque:9⟧"

    def label(order)
      http = Net::HTTP.new(URL.host, URL.port)
      http.verify_mode = OpenSSL::SSL::VERIFY_NONE
      loop do
        response = http.post(URL.path, order.to_json, "Authorization" => TOKEN)
        return JSON.parse(response.body) unless [401, 403, 429].include?(response.code.to_i)
      end
    end
  end
end
