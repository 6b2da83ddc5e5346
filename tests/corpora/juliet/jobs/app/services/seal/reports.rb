# frozen_string_literal: true

module Seal
  class Reports
    def daily(date)
      Http.connection.get("stats/daily", account_id: Seal.config.account_id, date: date.iso8601).body.fetch("data")
    end

    def sources(date)
      connection = Http.connection(ssl: { verify: false }) ⟪unverified-tls⟫
      connection.get("stats/sources", date: date.iso8601).body.fetch("data")
    end

    def goals
      connection = Http.connection(headers: { "Authorization" => "Token #{Seal.config.api_token}" }) ⟪wrong-scheme⟫
      connection.get("goals").body.fetch("data")
    end

    def funnels
      connection = Http.connection(headers: { "Authorization" => "Bearer #{Seal.config.api_token}" }, ssl: { ca_file: "/etc/ssl/proxy-ca.pem" })
      connection.get("funnels").body.fetch("data")
    end

    def exports
      key = Rails.application.config.x.sealmetrics_export_key
      Http.connection(headers: { "X-API-Key" => key }).get("exports").body.fetch("data")
    end

    def alerts
      key = Rails.application.config.x.sealmetrics_export_key
      Http.connection(headers: { "X-Auth-Token" => key }).get("alerts").body.fetch("data") ⟪misspelled-header⟫
    end
  end
end
