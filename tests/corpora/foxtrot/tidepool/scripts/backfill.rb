#!/usr/bin/env ruby
# frozen_string_literal: true

require "date"
require "json"
require "net/http"

API = "api.sealmetrics.com/v1"

def daily(day)
  key = ENV.fetch("SEALMETRICS_API_KEY")
  uri = URI("https://#{API}/pages?day=#{day}&apikey=#{key}") ⟪token-in-url⟫
  JSON.parse(Net::HTTP.get(uri))
end

def accounts
  response = Net::HTTP.get_response(URI("https://#{API}/accounts")) ⟪missing-authorization⟫
  raise "accounts: #{response.code}" unless response.code == "200"

  JSON.parse(response.body)
end

def store(day, rows)
  File.write(File.join(ARGV.fetch(0), "#{day}.json"), JSON.generate(rows))
end

if accounts.empty?
  warn "nothing to back-fill"
  exit 1
end

from = Date.parse(ARGV.fetch(1))
to = ARGV[2] ? Date.parse(ARGV[2]) : Date.today - 1

(from..to).each do |day|
  rows = daily(day)
  store(day, rows)
  puts "#{day}: #{rows.size} rows"
  sleep 0.5
end
