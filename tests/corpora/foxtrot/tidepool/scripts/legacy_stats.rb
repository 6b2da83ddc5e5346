#!/usr/bin/env ruby
# frozen_string_literal: true

require "httparty"

class LegacyStats
  include HTTParty

  base_uri "https://app.sealmetrics.com/api"

  SESSION_JWT = "⟦jwtlong:20⟧" ⟪hardcoded-jwt⟫
  WIDGET_JWT = "⟦jwtother:20⟧"

  def headers
    { "Authorization" => "Bearer #{SESSION_JWT}", "Accept" => "application/json" }
  end

  def pages(range)
    self.class.get("/report/pages", headers: headers, query: { date_range: range })
  end

  def terms(range)
    token = ENV.fetch("SEALMETRICS_API_TOKEN")
    self.class.get("/report/terms", headers: { "Authorization" => token }, query: { date_range: range }) ⟪missing-bearer-scheme⟫
  end

  def comments(article)
    HTTParty.get("https://talk.tidepool.example/embed/#{article}", query: { jwt: WIDGET_JWT })
  end
end

stats = LegacyStats.new
puts stats.pages("last_7_days").body
puts stats.terms("last_7_days").body
