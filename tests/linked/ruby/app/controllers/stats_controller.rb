# frozen_string_literal: true

class StatsController < ApplicationController
  def show
    response.headers["X-Token"] = Seal.config.api_token ⟪token-sent-to-client⟫
    response.headers["X-Account"] = Seal.config.account_id
    render json: { ok: true }
  end
end
