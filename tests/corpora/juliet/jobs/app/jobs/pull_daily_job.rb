# frozen_string_literal: true

class PullDailyJob < ApplicationJob
  queue_as :low

  retry_on Faraday::TooManyRequestsError, Faraday::ServerError, wait: :polynomially_longer, attempts: 8
  discard_on Faraday::UnauthorizedError, Faraday::ForbiddenError

  def perform(date = Date.yesterday)
    rows = Seal::Reports.new.daily(date)
    DailyStat.upsert_all(rows, unique_by: %i[date source])
    Rails.logger.info("pull_daily date=#{date} rows=#{rows.size}")
  end
end
