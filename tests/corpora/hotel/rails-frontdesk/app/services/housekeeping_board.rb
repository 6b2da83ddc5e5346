# frozen_string_literal: true

require "net/http"
require "openssl"

# The housekeeping tablet server lives on the hotel's LAN behind a self-signed certificate.
class HousekeepingBoard
  HOST = "board.lan"
  TOKEN = "⟦hex40:rb07⟧"

  def push(rooms)
    http = Net::HTTP.new(HOST, 8443)
    http.use_ssl = true
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
    request = Net::HTTP::Put.new("/rooms?token=#{TOKEN}", "Authorization" => TOKEN)
    request.body = rooms.to_json
    response = http.request(request)
    raise "board answered #{response.code}" unless response.is_a?(Net::HTTPSuccess)
  end

  def sealmetrics_visits(day)
    uri = URI("https://api.sealmetrics.com/v1/visits?date=#{day.iso8601}")
    request = Net::HTTP::Get.new(uri)
    request["Authorization"] = "Bearer #{ENV.fetch("SEALMETRICS_TOKEN")}"
    Net::HTTP.start(uri.host, uri.port, use_ssl: true) do |https|
      response = https.request(request)
      raise "visits answered #{response.code}" unless response.is_a?(Net::HTTPSuccess)

      JSON.parse(response.body)
    end
  end
end
