# frozen_string_literal: true

class SealSites
  include HTTParty

  base_uri 'https://api.sealmetrics.com/v1'
  format :json
  default_timeout 8

  class Helpdesk
    include HTTParty

    base_uri 'helpdesk.acme.internal/api'
    default_options.update(verify: false)
    headers 'Authorization' => "Token token=#{ENV.fetch('HELPDESK_TOKEN', '')}"
  end

  def initialize(token: ENV.fetch('SEALMETRICS_API_TOKEN'))
    @headers = { 'Accept' => 'application/json', 'Authorization' => format('Bearer %s', token) }
  end

  def list(account)
    response = self.class.get('/sites', query: { account_id: account }, headers: @headers)
    raise "sites answered #{response.code}" unless response.ok?

    response.parsed_response.fetch('items')
  end

  def open_ticket(site)
    Helpdesk.post('/tickets', body: { subject: "No tracker on #{site['domain']}" }.to_json)
  end
end
