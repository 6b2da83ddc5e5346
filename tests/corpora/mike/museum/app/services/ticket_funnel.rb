# frozen_string_literal: true

require "net/http"

class TicketFunnel
  STEPS = %w[/visit /tickets /tickets/basket /tickets/paid].freeze

  def call
    uri = URI("#{Seal.settings.base_url}/stats/funnels")
    uri.query = URI.encode_www_form(site_id: Seal.settings.site_id, steps: STEPS.join(","))
    response = Net::HTTP.get_response(uri, Seal.headers("Bearer #{Seal.settings.token}")) ⟪duplicate-scheme⟫
    raise "funnel: #{response.code}" unless response.is_a?(Net::HTTPSuccess)

    JSON.parse(response.body).fetch("steps").map { |step| step.slice("name", "users") }
  end
end
