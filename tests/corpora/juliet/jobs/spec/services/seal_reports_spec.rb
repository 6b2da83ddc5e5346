# frozen_string_literal: true

require "rails_helper"

RSpec.describe Seal::Reports do
  it "does not try again after a 401" do
    stub = stub_request(:get, "http://localhost:4010/api/v1/stats/daily")
      .with(query: hash_including("date" => "2026-01-05"))
      .to_return(status: 401)

    expect { described_class.new.daily(Date.new(2026, 1, 5)) }.to raise_error(Faraday::UnauthorizedError)
    expect(stub).to have_been_requested.once
  end
end
