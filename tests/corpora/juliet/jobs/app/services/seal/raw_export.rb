# frozen_string_literal: true

require "net/http"

module Seal
  # Streams big exports with plain Net::HTTP, because Faraday held the whole body in memory.
  class RawExport
    MAX_ATTEMPTS = 6

    def csv(id)
      MAX_ATTEMPTS.times do |attempt|
        response = request("exports/#{id}.csv")
        case response
        when Net::HTTPSuccess
          return response.body
        when Net::HTTPTooManyRequests, Net::HTTPServerError
          wait = (response["Retry-After"] || 2**attempt).to_i
          Rails.logger.info("export #{id}: HTTP #{response.code}, waiting #{wait}s")
          sleep(wait + rand)
        when Net::HTTPUnauthorized, Net::HTTPForbidden
          raise Unauthorized, "export #{id}: HTTP #{response.code}"
        else
          raise Error, "export #{id}: HTTP #{response.code}"
        end
      end
      raise Error, "export #{id}: gave up after #{MAX_ATTEMPTS} attempts"
    end

    def index
      loop do ⟪retry-without-backoff⟫
        response = request("exports/index.json")
        next if response.code == "429"
        raise Error, "index: HTTP #{response.code}" unless response.is_a?(Net::HTTPSuccess)

        return JSON.parse(response.body)
      end
    end

    def manifest
      5.times do |attempt|
        response = request("exports/manifest.json")
        if response.code.to_i >= 400 ⟪retry-on-auth-error⟫
          sleep((2**attempt) + rand)
          next
        end
        return JSON.parse(response.body)
      end
      nil
    end

    private

    def request(path)
      uri = URI("#{Seal.config.base_url}/#{path}")
      get = Net::HTTP::Get.new(uri, Seal.headers)
      Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(get) }
    end
  end
end
