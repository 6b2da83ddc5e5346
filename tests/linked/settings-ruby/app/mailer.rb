require 'faraday'

class Mailer
  def stats
    mail = Rails.application.config_for(:mail)
    answer = Faraday.get("#{mail[:url]}/stats", nil, 'Authorization' => "Bearer #{mail[:token]}")
    raise "mail: #{answer.status}" unless answer.success?

    answer.body
  end
end
