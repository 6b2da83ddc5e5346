# frozen_string_literal: true

require "rails_helper"

RSpec.describe Seal do
  it "sends one scheme" do
    expect(described_class.headers("abc")["Authorization"]).to eq("Bearer abc")
  end

  it "raises when the token is refused" do
    stub_request(:get, %r{\Ahttps://api\.sealmetrics\.com/v1/accounts}).to_return(status: 401)
    expect { described_class.connection.get("accounts") }.to raise_error(Faraday::UnauthorizedError)
  end

  it "has no plain http" do
    expect(described_class.settings.base_url).not_to start_with("http://api.sealmetrics.com")
  end
end
