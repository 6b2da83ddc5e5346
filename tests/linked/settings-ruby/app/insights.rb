require 'faraday'

class Insights
  def daily
    get('/stats/daily', Rails.configuration.insights[:token])
  end

  def spare
    get('/stats/spare', Rails.application.config_for(:insights).spare)
  end

  def goals
    answer = Faraday.get("#{Rails.configuration.x.goals.url}/goals", nil, 'X-API-Key' => Rails.configuration.x.goals.key)
    raise "goals: #{answer.status}" unless answer.success?

    answer.body
  end

  private

  def get(path, token)
    answer = Faraday.get("#{Rails.configuration.insights[:url]}#{path}", nil, 'Authorization' => "Bearer #{token}")
    raise "insights: #{answer.status}" unless answer.success?

    answer.body
  end
end
