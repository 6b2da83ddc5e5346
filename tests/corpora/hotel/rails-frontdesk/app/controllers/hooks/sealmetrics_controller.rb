# frozen_string_literal: true

module Hooks
  class SealmetricsController < ActionController::API
    TOLERANCE = 5.minutes
    HEADER = "X-Sealmetrics-Signature"

    before_action :verify_signature

    def create
      SealmetricsEventJob.perform_later(JSON.parse(request.raw_post))
      head :accepted
    end

    private

    def verify_signature
      timestamp = request.headers["X-Sealmetrics-Timestamp"].to_i
      return head :bad_request if (Time.current.to_i - timestamp).abs > TOLERANCE

      expected = OpenSSL::HMAC.hexdigest("SHA256", signing_secret, "#{timestamp}.#{request.raw_post}")
      given = request.headers[HEADER].to_s
      head :bad_request unless ActiveSupport::SecurityUtils.secure_compare(expected, given)
    end

    def signing_secret
      Rails.application.credentials.dig(:sealmetrics, :webhook_secret) ||
        ENV.fetch("SEALMETRICS_WEBHOOK_SECRET")
    end
  end
end
