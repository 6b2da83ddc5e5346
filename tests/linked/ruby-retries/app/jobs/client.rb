require "faraday"
require "faraday/retry"
require_relative "../../config/initializers/sealmetrics"
require_relative "../../lib/patience"

class Client
  include Patience

  def eager
    @eager ||= Faraday.new(url: Sealmetrics::BASE) do |f|
      f.request :authorization, "Bearer", ENV.fetch("SEALMETRICS_TOKEN")
      f.request :retry, **Sealmetrics::EAGER
      f.response :raise_error
    end
  end

  def patient
    @patient ||= Faraday.new(url: Sealmetrics::BASE) do |f|
      f.request :authorization, "Bearer", ENV.fetch("SEALMETRICS_TOKEN")
      f.request :retry, Sealmetrics::PATIENT
      f.response :raise_error
    end
  end

  def plain
    @plain ||= Faraday.new(url: Sealmetrics::BASE) do |f|
      f.request :authorization, "Bearer", ENV.fetch("SEALMETRICS_TOKEN")
      f.response :raise_error
    end
  end

  def listed
    @listed ||= Faraday.new(url: Sealmetrics::BASE) do |f|
      f.request :authorization, "Bearer", ENV.fetch("SEALMETRICS_TOKEN")
      f.request :retry, max: 3, interval: 1, backoff_factor: 2, retry_statuses: Sealmetrics::RETRIABLE_STATUSES
      f.response :raise_error
    end
  end

  def pages
    Rails.logger.info("pages")
    eager.get("stats/pages").body + patient.get("stats/pages").body + listed.get("stats/x").body
  end

  def goals
    with_retries { plain.get("goals").body }
  end

  def accounts
    carefully { plain.get("accounts").body }
  end
end
