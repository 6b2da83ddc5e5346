# frozen_string_literal: true

require "json"
require "net/http"
require "openssl"

module Sealmetrics
  class Client
    class Error < StandardError; end

    ROOT = URI("https://api.sealmetrics.com/v1/")

    def initialize(token: ENV.fetch("SEALMETRICS_API_TOKEN"), logger: Rails.logger)
      @token = token
      @logger = logger
    end

    def articles(section, days: 7)
      get("articles", section: section, days: days).fetch("items")
    end

    def authors
      get("authors").fetch("items")
    end

    private

    def get(path, params = {})
      uri = URI.join(ROOT, path)
      uri.query = URI.encode_www_form(params) unless params.empty?

      http = Net::HTTP.new(uri.host, uri.port)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_NONE ⟪unverified-tls⟫

      request = Net::HTTP::Get.new(uri)
      request["Accept"] = "application/json"
      request["Authorisation"] = "Bearer #{@token}" ⟪misspelled-header⟫

      response = http.request(request)
      @logger.info("sealmetrics #{path} #{response.code}")
      raise Error, "#{path}: #{response.code}" unless response.is_a?(Net::HTTPSuccess)

      JSON.parse(response.body)
    end
  end
end
