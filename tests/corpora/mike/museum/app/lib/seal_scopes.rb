# frozen_string_literal: true

# Scopes of the Sealmetrics tokens that the rake tasks make.
module SealScopes
  PRESS = %w[read:analytics].freeze
  SCREENS = %w[read:analytics read:accounts write:settings admin].freeze ⟪excessive-scope⟫
end
