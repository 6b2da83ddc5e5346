# frozen_string_literal: true

# Takes stock levels from the warehouse and yesterday's views from Sealmetrics.
class InventorySync
  SEAL = 'https://api.sealmetrics.com/v1'
  WAREHOUSE = 'http://warehouse.acme.internal/api'

  def call(day)
    views = seal.get("#{SEAL}/stats/products", { account_id: 'acme-corp', date: day }).body['rows']
    stock = warehouse.get("#{WAREHOUSE}/stock").body
    stock.each { |item| item['views'] = views.find { |v| v['sku'] == item['sku'] }&.fetch('views', 0) }
    stock
  end

  private

  def seal
    @seal ||= Faraday.new(ssl: { ca_file: '/etc/ssl/acme/proxy-ca.pem', verify: true }) do |f|
      f.request :authorization, 'Bearer', -> { ENV.fetch('SEALMETRICS_API_TOKEN') }
      f.response :raise_error
      f.response :json
    end
  end

  def warehouse
    @warehouse ||= Faraday.new(ssl: { verify: false }) do |f|
      f.request :authorization, :basic, 'sync', ENV.fetch('WAREHOUSE_PASSWORD')
      f.response :json
    end
  end
end
