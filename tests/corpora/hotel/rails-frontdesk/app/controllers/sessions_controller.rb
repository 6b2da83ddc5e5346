# frozen_string_literal: true

class SessionsController < ApplicationController
  skip_before_action :authenticate_user!, only: %i[new create]

  def create
    session = SealLogin.call(params.require(:email), params.require(:password))
    cookies[:sm_access_token] = {
      value: session.access_token,
      expires: 15.minutes,
      secure: true,
      httponly: true,
      same_site: :lax
    }
    cookies[:locale] = params[:locale]
    redirect_to analytics_path
  rescue SealLogin::Refused
    flash.now[:alert] = t(".refused")
    render :new, status: :unprocessable_entity
  end

  def destroy
    cookies.delete(:sm_access_token)
    reset_session
    redirect_to root_path
  end
end
