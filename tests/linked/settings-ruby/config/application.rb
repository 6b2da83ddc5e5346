require_relative 'boot'
require 'rails/all'

module Board
  class Application < Rails::Application
    config.insights = config_for(:insights)
    config.mail = config_for(:mail)
    config.x.goals.key = '⟦opaque:3⟧' ⟪hardcoded-token⟫
    config.x.goals.url = 'http://api.sealmetrics.com/v1' ⟪insecure-endpoint⟫
  end
end
