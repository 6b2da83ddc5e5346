# frozen_string_literal: true

class PullVisitorsJob < ApplicationJob
  queue_as :analytics

  def perform(day = Date.yesterday)
    body = Seal.connection.get("stats/visits", site_id: Seal.settings.site_id, date: day.iso8601).body
    body["data"].each do |row|
      DailyVisit.upsert({ day: day, hour: row["hour"], visits: row["visits"] }, unique_by: %i[day hour])
    end
  end
end
