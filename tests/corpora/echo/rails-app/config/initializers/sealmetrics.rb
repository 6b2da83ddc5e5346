# frozen_string_literal: true

Rails.application.configure do
  config.x.sealmetrics.base_url = ENV.fetch('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1')
  config.x.sealmetrics.site_id = ENV.fetch('SEALMETRICS_SITE_ID', '⟦objid:88⟧')
  config.x.sealmetrics.token = Rails.application.credentials.dig(:sealmetrics, :token)
  config.x.sealmetrics.client_id = '⟦uuid:88⟧'

  if config.x.sealmetrics.base_url.start_with?('http://') && !Rails.env.test?
    raise "SEALMETRICS_BASE_URL must be https, not #{config.x.sealmetrics.base_url}"
  end

  # sm_your_key and YOUR_API_TOKEN are what the sample file ships with.
  if %w[sm_your_key YOUR_API_TOKEN].include?(config.x.sealmetrics.token)
    raise 'The sample value of the Sealmetrics token is still in place'
  end

  # Token auth of our help desk; the vendor wants it without a scheme.
  config.x.helpdesk.headers = { 'Authorization' => ENV.fetch('HELPDESK_TOKEN', '') }
  config.x.helpdesk.url = 'http://helpdesk.acme.internal/api'
end

Rails.application.config.filter_parameters += %i[sealmetrics_token api_key password]
