# frozen_string_literal: true

module Sealmetrics
  class Articles
    def top
      connection = Connection.build(Rails.application.config.x.sealmetrics.token)
      Rails.logger.info("reading top articles")
      connection.get("stats/pages").body
    end

    def archived
      Connection.build(Rails.application.config.x.sealmetrics.archive_token).get("stats/archive").body
    end
  end
end
