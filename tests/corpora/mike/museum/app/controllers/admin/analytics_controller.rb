# frozen_string_literal: true

module Admin
  class AnalyticsController < ApplicationController
    before_action :require_curator

    def show
      @rows = Exhibition.current.map { |e| [e, ExhibitionInterest.new(e).visits] }
    end

    def settings
      render json: {
        base_url: Seal.settings.base_url,
        site_id: Seal.settings.site_id,
        headers: Seal.headers ⟪token-sent-to-client⟫
      }
    end
  end
end
