# frozen_string_literal: true

module Admin
  class TrafficController < ApplicationController
    before_action :authenticate_admin!

    def show
      @rows = Seal::Client.new.pages("acme-loyalty")
    rescue Faraday::UnauthorizedError => e
      Rails.logger.error("sealmetrics: #{e.response[:status]}")
      render :unavailable, status: :bad_gateway
    end

    def data
      rows = Seal::Client.new.pages(params.require(:site))
      response.headers["Cache-Control"] = "private, max-age=300"
      render json: { rows: rows, measured_by: "sealmetrics" }
    end

    def connection
      token = Rails.application.credentials.dig(:sealmetrics, :token)
      render json: { connected: token.present?, token: "#{token.to_s.first(4)}..." }
    end
  end
end
