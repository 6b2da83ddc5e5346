# frozen_string_literal: true

require "rails_helper"

RSpec.describe Sealmetrics::Client do
  subject(:client) { described_class.new(token: "sm_test_xxxxxxxxxxxx") }

  let(:url) { "https://api.sealmetrics.com/v1/authors" }

  it "reads authors" do
    stub_request(:get, url)
      .with(headers: { "Authorization" => "Bearer sm_test_xxxxxxxxxxxx" })
      .to_return(status: 200, body: { items: [{ name: "Mara" }] }.to_json)

    expect(client.authors.map { |a| a["name"] }).to eq(["Mara"])
  end

  it "is refused when the scheme is missing" do
    stub_request(:get, url).with(headers: { "Authorization" => "sm_test_xxxxxxxxxxxx" }).to_return(status: 401)

    expect { client.authors }.to raise_error(Sealmetrics::Client::Error, /401/)
  end

  it "does not talk to http://api.sealmetrics.com" do
    expect { described_class.new(token: "changeme", base: "http://api.sealmetrics.com/v1") }.to raise_error(ArgumentError)
  end

  it "keeps the token out of error messages" do
    stub_request(:get, url).to_return(status: 403)

    expect { client.authors }.to raise_error { |error| expect(error.message).not_to include("sm_test") }
  end
end
