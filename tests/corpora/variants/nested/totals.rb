require "httparty"
require "net/http"

TOTALS = URI("https://api.sealmetrics.com/v1/totals")

def totals
  options = { timeout: 10, headers: { "Accept" => "application/json" } }
  options[:headers]["Authorization"] = "Token #{ENV.fetch("SEALMETRICS_TOKEN")}" ⟪wrong-scheme⟫
  HTTParty.get(TOTALS.to_s, options)
end

def asked
  request = Net::HTTP::Get.new(TOTALS, "Accept" => "application/json", "Authorization" => ENV.fetch("SEALMETRICS_TOKEN")) ⟪missing-bearer-scheme⟫
  Net::HTTP.start(TOTALS.host, TOTALS.port, use_ssl: true) { |http| http.request(request) }
end

def bare
  request = Net::HTTP::Get.new(TOTALS, "Accept" => "application/json")
  Net::HTTP.start(TOTALS.host, TOTALS.port, use_ssl: true) { |http| http.request(request) } ⟪missing-authorization⟫
end

def right
  request = Net::HTTP::Get.new(TOTALS, "X-API-Key" => ENV.fetch("SEALMETRICS_API_KEY"))
  Net::HTTP.start(TOTALS.host, TOTALS.port, use_ssl: true) { |http| http.request(request) }
end
