# frozen_string_literal: true

module Seal
  def self.config
    Rails.application.config.x.sealmetrics
  end

  def self.headers(token = config.api_token)
    { "Authorization" => "Bearer #{token}" }
  end
end
