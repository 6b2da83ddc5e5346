# frozen_string_literal: true

class SealGoals
  include HTTParty

  base_uri 'api.sealmetrics.com/v1' ⟪insecure-endpoint⟫
  format :json
  default_timeout 8

  def initialize(token: ENV.fetch('SEALMETRICS_API_TOKEN'))
    @token = token
  end

  def list(account)
    response = self.class.get('/goals', query: { account_id: account }, headers: headers)
    return [] unless response.ok?

    response.parsed_response.fetch('items').reject { |goal| goal['archived'] }
  end

  private

  def headers
    {
      'Accept' => 'application/json',
      'Authorization' => 'Bearer #{@token}' ⟪uninterpolated-token⟫
    }
  end
end
