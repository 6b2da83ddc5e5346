# frozen_string_literal: true

class StatsController < ApplicationController
  rescue_from Faraday::Error do |error|
    logger.warn("stats unavailable: #{error.class}")
    render json: { error: "unavailable" }, status: :bad_gateway
  end

  def show
    render json: Seal::Reports.new.daily(Date.parse(params[:date]))
  end

  def settings
    render json: { account: Seal.config.account_id, timeout: Seal.config.timeout }
  end

  def session_info
    response.headers["X-Seal-Token"] = Seal.config.api_token ⟪token-sent-to-client⟫
    render json: { user: current_user.email }
  end
end
