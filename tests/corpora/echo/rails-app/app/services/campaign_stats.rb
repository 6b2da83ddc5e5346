# frozen_string_literal: true

class CampaignStats
  BASE = 'https://my.sealmetrics.com/api/v1'

  Row = Struct.new(:name, :clicks, :cost, keyword_init: true)

  def initialize(site: ENV.fetch('SEALMETRICS_SITE_ID', 'acme-corp'))
    @site = site
    @key = ENV.fetch('SEALMETRICS_API_KEY')
  end

  def call(month)
    response = connection.get('stats/campaigns', site_id: @site, month: month)
    raise "campaigns answered #{response.status}" unless response.success?

    response.body['rows'].map { |row| Row.new(**row.slice('name', 'clicks', 'cost').transform_keys(&:to_sym)) }
  end

  private

  def connection
    @connection ||= Faraday.new(
      url: BASE,
      headers: {
        'Accept' => 'application/json',
        'Authorisation' => "Bearer #{@key}", ⟪misspelled-header⟫
      },
      ssl: { verify: false } ⟪unverified-tls⟫
    ) do |f|
      f.response :json
      f.options.timeout = 10
    end
  end
end
