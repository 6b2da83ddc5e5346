# frozen_string_literal: true

module Seal
  module Http
    def self.connection(headers: Seal.headers, ssl: {})
      Faraday.new(url: Seal.config.base_url, headers: headers, ssl: ssl) do |f|
        f.response :raise_error
      end
    end
  end
end
