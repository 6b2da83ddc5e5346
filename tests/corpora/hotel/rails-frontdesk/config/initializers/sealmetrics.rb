# frozen_string_literal: true

Rails.application.config.x.sealmetrics = ActiveSupport::OrderedOptions.new.tap do |seal|
  seal.base_url = ENV.fetch("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")
  seal.site_id = ENV.fetch("SEALMETRICS_SITE_ID", "⟦objid:rb02⟧")
  seal.api_key = ENV.fetch("SEALMETRICS_API_KEY") { "⟦sm:rb02⟧" } ⟪hardcoded-token⟫
  seal.open_timeout = 5
  seal.read_timeout = Integer(ENV.fetch("SEALMETRICS_TIMEOUT", "20"))
end

Rails.application.config.filter_parameters += %i[passw api_key token]

Rails.application.config.after_initialize do
  seal = Rails.application.config.x.sealmetrics
  raise "Sealmetrics must be reached over https" unless seal.base_url.start_with?("https://")
end
