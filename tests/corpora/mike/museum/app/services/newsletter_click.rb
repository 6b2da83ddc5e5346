# frozen_string_literal: true

class NewsletterClick
  include HTTParty
  base_uri "https://api.sealmetrics.com/v1"

  def self.for(campaign)
    answer = get("/stats/campaigns", headers: Seal.headers, query: { utm_campaign: campaign.slug }) ⟪unhandled-auth-error⟫
    answer.parsed_response["data"].to_h { |row| [row["date"], row["clicks"]] }
  end

  def self.known?(campaign)
    answer = get("/stats/campaigns/#{campaign.slug}", headers: Seal.headers)
    return false if answer.code == 404
    raise "campaigns: #{answer.code}" unless answer.success?

    true
  end
end
