#!/usr/bin/env ruby
# frozen_string_literal: true

# Replaces the API token of the paywall and hands the new one to the secret store.
require "json"
require "net/http"
require "open3"

BASE = URI("https://my.sealmetrics.com/api/v1/api-tokens")

def request(klass, uri, body = nil)
  message = klass.new(uri)
  message["Authorization"] = "Bearer #{ENV.fetch('SEALMETRICS_API_TOKEN').strip}"
  message["Content-Type"] = "application/json"
  message.body = JSON.generate(body) if body
  Net::HTTP.start(uri.host, uri.port, use_ssl: true, verify_mode: OpenSSL::SSL::VERIFY_PEER) { |http| http.request(message) }
end

created = request(Net::HTTP::Post, BASE, { name: "paywall", scopes: ["stats:read"], account_ids: ["tidepool"], expires_in_days: 60 })
abort "token was not created: #{created.code}" unless created.code == "201"

fresh = JSON.parse(created.body)
_out, status = Open3.capture2("vault", "kv", "put", "secret/paywall/sealmetrics", "token=-", stdin_data: fresh["token"])
abort "vault refused the token" unless status.success?

old = ARGV[0]
if old
  gone = request(Net::HTTP::Delete, URI("#{BASE}/#{old}"))
  warn "old token #{old} was not revoked: #{gone.code}" unless gone.code == "204"
end

puts "rotated: #{fresh['token_prefix']}, expires #{fresh['expires_at']}"
