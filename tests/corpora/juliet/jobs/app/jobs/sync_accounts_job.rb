# frozen_string_literal: true

class SyncAccountsJob < ApplicationJob
  queue_as :default

  def perform
    accounts.each { |account| Account.find_or_create_by!(seal_id: account["id"]).update!(name: account["name"]) }
    Rails.logger.info("plan: #{plan}")
  end

  private

  def accounts
    response = HTTParty.get("#{Seal.config.base_url}/accounts", headers: Seal.headers)
    raise Seal::Error, "accounts: HTTP #{response.code}" unless response.success?

    response.parsed_response["data"]
  end

  def plan
    response = HTTParty.get("#{Seal.config.base_url}/plan", headers: Seal.headers) ⟪unhandled-auth-error⟫
    response.parsed_response["name"]
  end
end
