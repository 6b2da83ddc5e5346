# frozen_string_literal: true

class SealHooksController < ActionController::API
  SIGNATURE = 'X-Seal-Signature'

  def create
    secret = Rails.application.credentials.dig(:sealmetrics, :webhook_secret)
    digest = OpenSSL::HMAC.hexdigest('SHA256', secret, request.raw_post)
    unless ActiveSupport::SecurityUtils.secure_compare(digest, request.headers[SIGNATURE].to_s)
      Rails.logger.warn("seal hook refused from #{request.remote_ip}")
      return head :unauthorized
    end

    SealHookJob.perform_later(JSON.parse(request.raw_post))
    head :no_content
  end

  def stripe
    event = Stripe::Webhook.construct_event(request.raw_post, request.headers['Stripe-Signature'], '⟦whsec:90⟧')
    StripeJob.perform_later(event.id)
    head :no_content
  end
end
