# frozen_string_literal: true

class MarketFeedJob < ApplicationJob
  queue_as :low

  def perform(day = Date.yesterday)
    client = Sealmetrics::Client.new(token: Sealmetrics::MARKET_FEED, retry_options: Sealmetrics::IMPATIENT)
    client.daily(day).fetch("rows").each do |row|
      Traffic.upsert({ day: day, source: row["source"], visits: row["visits"] }, unique_by: %i[day source])
    end
    Rails.logger.info("market feed of #{day} stored")
  end
end
