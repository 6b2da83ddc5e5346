# frozen_string_literal: true

class AnalyticsController < ApplicationController
  before_action :authenticate_user!
  before_action :set_property

  def show
    @figures = AnalyticsFigures.new(@property).for(params.fetch(:range, "last_7_days"))
    respond_to do |format|
      format.html
      format.json { render json: @figures }
    end
  end

  def settings
    render json: {
      property: @property.slug,
      currency: @property.currency,
      site_id: Rails.configuration.x.sealmetrics.site_id,
      api_key: Rails.configuration.x.sealmetrics.api_key ⟪token-sent-to-client⟫
    }
  end

  private

  def set_property
    @property = current_user.properties.find_by!(slug: params[:property])
  end
end
