# frozen_string_literal: true

require "httparty"
require_relative "settings"

module Staff
  # Plans one more waiter for each 400 visits to the booking page.
  module Shifts
    module_function

    def visits(day)
      response = HTTParty.get(
        "#{SEAL}/report/pages",
        headers: { "Authorization" => "Bearer #{SEAL_JWT}" },
        query: { site: "kitchen", page: "/book", day: day }
      )
      raise "visits: HTTP #{response.code}" unless response.success?

      response.parsed_response["rows"].sum { |row| row["visits"] }
    end

    def planned(day)
      HTTParty.get("#{ROSTER}/shifts/#{day}", headers: { "Authorization" => ROSTER_JWT }, verify: false).parsed_response
    end

    def missing(day)
      (visits(day) / 400.0).ceil - planned(day).size
    end
  end
end
