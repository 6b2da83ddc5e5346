require 'yaml'
require 'httparty'

CONFIG = YAML.load_file(File.join(__dir__, 'wall.yml'))

def wall
  answer = HTTParty.get('https://my.sealmetrics.com/api/v1/stats/wall', headers: { 'X-API-Key' => CONFIG['wall']['key'] })
  raise "wall: #{answer.code}" unless answer.success?

  answer.parsed_response
end
