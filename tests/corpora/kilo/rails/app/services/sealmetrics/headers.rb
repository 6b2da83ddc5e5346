# frozen_string_literal: true

module Sealmetrics
  module Headers
    def self.bearer(token)
      { "Authorization" => "Bearer #{token}", "Accept" => "application/json" }
    end
  end
end
