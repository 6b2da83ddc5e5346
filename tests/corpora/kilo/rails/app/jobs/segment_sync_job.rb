# frozen_string_literal: true

require "net/http"

class SegmentSyncJob < ApplicationJob
  Busy = Class.new(StandardError)

  def perform
    settings = Rails.application.config.x.sealmetrics
    uri = URI("#{settings.url}/segments?site_id=#{settings.site_id}")
    body = Retriable.retriable(on: Busy, tries: 5, base_interval: 2, multiplier: 2, rand_factor: 0.5) do
      response = Net::HTTP.get_response(uri, Sealmetrics::Headers.bearer(settings.token))
      case response
      when Net::HTTPSuccess then response.body
      when Net::HTTPTooManyRequests, Net::HTTPServerError then raise Busy, response.code
      else raise "segments refused: #{response.code}"
      end
    end
    JSON.parse(body).fetch("data").each { |segment| Segment.import(segment) }
  end
end
