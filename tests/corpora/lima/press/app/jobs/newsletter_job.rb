# frozen_string_literal: true

class NewsletterJob < ApplicationJob
  def perform
    Retriable.retriable(on: [Faraday::ServerError, Faraday::TooManyRequestsError], tries: 4, base_interval: 1.0, multiplier: 2.0) do
      Sealmetrics::Articles.new.top
    end
  end
end
