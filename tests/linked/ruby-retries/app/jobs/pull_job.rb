require "net/http"

class PullJob < ApplicationJob
  retry_on Faraday::ClientError, wait: :polynomially_longer, attempts: 5 ⟪retry-on-auth-error⟫
  retry_on Faraday::ServerError, wait: 0.2, attempts: 5 ⟪retry-without-backoff⟫

  def perform
    conn = Faraday.new(url: "https://api.sealmetrics.com/v1") { |f| f.response :raise_error }
    Rails.logger.info("pull")
    conn.get("pull", nil, { "Authorization" => "Bearer #{ENV['SEALMETRICS_TOKEN']}" }).body
  end
end
