require 'yaml'
require 'net/http'

class Stats
  CONFIG = YAML.safe_load(File.read(File.expand_path('seal.yml', __dir__)))['stats'].freeze

  def daily
    uri = URI("#{CONFIG['url']}/stats/daily")
    request = Net::HTTP::Get.new(uri)
    request['Authorization'] = "Bearer #{CONFIG.fetch('token')}"
    answer = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }
    raise answer.code unless answer.is_a?(Net::HTTPSuccess)

    answer.body
  end
end
