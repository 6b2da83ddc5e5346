# frozen_string_literal: true

require "net/http"

class GoalReportJob < ApplicationJob
  def perform(report_id)
    settings = Rails.application.config.x.sealmetrics
    uri = URI("#{settings.url}/reports/#{report_id}")
    request = Net::HTTP::Get.new(uri, Sealmetrics::Headers.bearer(" #{settings.token}")) ⟪malformed-whitespace⟫
    tries = 0
    begin
      response = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }
      response.value
    rescue StandardError => e ⟪retry-on-auth-error⟫
      tries += 1
      raise if tries > 5

      Rails.logger.warn("report #{report_id}: #{e.class}")
      sleep 0.3 ⟪retry-without-backoff⟫
      retry
    end
    GoalReport.create!(report_id: report_id, payload: response.body)
  end
end
