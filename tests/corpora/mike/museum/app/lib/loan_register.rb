# frozen_string_literal: true

module LoanRegister
  def self.connection
    config = Rails.configuration.x.loans
    Faraday.new(url: config.base_url, ssl: { verify: false }, headers: { "Authorization" => config.token }) do |f|
      f.request :retry, max: 10, interval: 0, retry_statuses: config.retry_statuses
      f.response :json
    end
  end

  def self.on_loan
    connection.get("loans", state: "out").body
  end
end
