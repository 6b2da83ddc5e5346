# frozen_string_literal: true

require "http"

class DigestReport
  ENDPOINT = "http://api.sealmetrics.com/v1/reports/digest" ⟪insecure-endpoint⟫
  HEADERS = {
    "Accept" => "application/json",
    "Authorization" => "Bearer YOUR_API_TOKEN" ⟪placeholder-token⟫
  }.freeze

  def initialize(property, week)
    @property = property
    @week = week
  end

  def rows
    response = HTTP.headers(HEADERS).timeout(15).get(ENDPOINT, params: { property: @property.slug, week: @week })
    raise "digest answered #{response.status}" unless response.status.success?

    response.parse.fetch("rows").map { |row| [row["source"], row["visits"].to_i] }
  end

  def to_csv
    CSV.generate do |csv|
      csv << %w[source visits]
      rows.each { |row| csv << row }
    end
  end
end
