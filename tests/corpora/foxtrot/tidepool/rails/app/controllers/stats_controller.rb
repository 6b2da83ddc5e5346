# frozen_string_literal: true

class StatsController < ApplicationController
  before_action :authenticate_editor!

  BASE = ENV.fetch("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")

  def show
    @site_id = ENV["SEALMETRICS_SITE_ID"]
    @connected = ENV["SEALMETRICS_API_KEY"].present?
    @overview = Rails.cache.fetch("seal/overview", expires_in: 10.minutes) { overview }
  end

  def live
    render json: get("/stats/live")
  end

  private

  def overview
    get("/stats/overview", period: "last_7_days")
  end

  def get(path, params = {})
    response = Faraday.get("#{BASE}#{path}", params, { "X-API-Key" => ENV.fetch("SEALMETRICS_API_KEY").strip })
    Rails.logger.info("Sealmetrics #{path}: #{response.status}")
    return {} unless response.success?

    JSON.parse(response.body)
  end
end
