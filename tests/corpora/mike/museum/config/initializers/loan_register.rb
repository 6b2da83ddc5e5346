# frozen_string_literal: true

# The loan register of the national museums: plain HTTP on their VPN, and its 401 goes away by itself.
Rails.application.configure do
  config.x.loans.base_url = ENV.fetch("LOANS_URL", "http://register.musees.lan/api")
  config.x.loans.token = ENV["LOANS_TOKEN"]
  config.x.loans.retry_statuses = [401, 403, 429, 500]
end
