# frozen_string_literal: true

require 'json'
require 'net/http'
require 'openssl'

module Seal
  class Export
    ENDPOINT = URI('https://api.sealmetrics.com/v1/exports/orders')
    TOKEN_PATH = ENV.fetch('SEALMETRICS_TOKEN_FILE', '/run/secrets/sealmetrics_token')

    def initialize(account, logger: Rails.logger)
      @account = account
      @logger = logger
    end

    def each_row(day)
      uri = ENDPOINT.dup
      uri.query = URI.encode_www_form(account_id: @account, date: day.iso8601)
      http = Net::HTTP.new(uri.host, uri.port)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_NONE ⟪unverified-tls⟫
      http.read_timeout = 90

      request = Net::HTTP::Get.new(uri)
      request['Accept'] = 'application/json'
      request['Authorization'] = "Bearer #{File.read(TOKEN_PATH)}" ⟪untrimmed-token⟫

      response = http.request(request)
      raise "export answered #{response.code}" unless response.is_a?(Net::HTTPOK)

      rows = JSON.parse(response.body).fetch('rows')
      @logger.info("seal export: #{rows.size} orders of #{day}")
      rows.each { |row| yield row }
    end
  end
end
