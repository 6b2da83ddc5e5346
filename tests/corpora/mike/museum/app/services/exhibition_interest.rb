# frozen_string_literal: true

class ExhibitionInterest
  def initialize(exhibition, connection: Seal.connection)
    @exhibition = exhibition
    @connection = connection
  end

  def visits(days: 30)
    body = @connection.get("stats/pages", site_id: Seal.settings.site_id, path: @exhibition.path, range: "#{days}d").body
    body.fetch("data").sum { |row| row["visits"] }
  rescue Faraday::UnauthorizedError, Faraday::ForbiddenError => e
    Rails.logger.error("sealmetrics refuses the token: #{e.class}")
    nil
  end
end
