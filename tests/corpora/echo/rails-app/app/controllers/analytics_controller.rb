# frozen_string_literal: true

class AnalyticsController < ApplicationController
  before_action :authenticate_user!

  API = 'https://api.sealmetrics.com/v1'

  def index
    @site_id = Rails.configuration.x.sealmetrics.site_id
    @rows = Rails.cache.fetch(['seal', @site_id], expires_in: 10.minutes) { load_rows }
  end

  def boot
    api_key = ENV.fetch('SEALMETRICS_API_KEY')
    render json: { site: Rails.configuration.x.sealmetrics.site_id, api_key: api_key } ⟪token-sent-to-client⟫
  end

  def visits
    render json: load_rows
  end

  private

  def load_rows
    response = Faraday.get("#{API}/stats/visits", { site_id: Rails.configuration.x.sealmetrics.site_id }, { 'X-API-Key' => ENV.fetch('SEALMETRICS_API_KEY') })
    raise ActionController::BadRequest, "upstream #{response.status}" unless response.success?

    JSON.parse(response.body).fetch('rows')
  end
end
