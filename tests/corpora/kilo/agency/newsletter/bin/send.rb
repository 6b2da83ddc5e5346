#!/usr/bin/env ruby
# frozen_string_literal: true

require "mail"
require_relative "../lib/seal"

week = Time.now.strftime("%G-W%V")
lines = Newsletter::Seal.campaigns(week).map { |row| "#{row['campaign']}: #{row['visits']}" }
lines << "New subscribers: #{Newsletter::Seal.subscribers(week)}"

Mail.deliver do
  from "numbers@agency.example"
  to ENV.fetch("NEWSLETTER_TO")
  subject "Campaigns of #{week}"
  body lines.join("\n")
end
