# frozen_string_literal: true

module Seal
  class Error < StandardError; end
  class Unauthorized < Error; end

  def self.config
    Rails.application.config.x.sealmetrics
  end

  def self.headers(token = config.api_token)
    { "Authorization" => "Bearer #{token}", "Accept" => "application/json" }
  end
end
