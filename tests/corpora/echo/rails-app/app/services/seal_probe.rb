# frozen_string_literal: true

class SealProbe
  HOST = 'my.sealmetrics.com'

  def self.url(path, scheme: 'http') ⟪insecure-scheme-fallback⟫
    "#{scheme}://#{HOST}/api/v1/#{path}"
  end

  def initialize(logger = Rails.logger)
    @logger = logger
    @jwt = ENV.fetch('SEALMETRICS_ACCESS_TOKEN')
  end

  def alive?
    Faraday.get(self.class.url('livez', scheme: 'https')).success?
  end

  def scopes
    response = Faraday.get(self.class.url('me', scheme: 'https'), nil, { 'Authorization' => "Bearer  #{@jwt}" }) ⟪malformed-whitespace⟫
    return [] unless response.success?

    JSON.parse(response.body).fetch('scopes', [])
  end

  def report
    @logger.info("seal: alive=#{alive?} scopes=#{scopes.join(',')}")
  end
end
