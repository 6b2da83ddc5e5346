HOST = "api.sealmetrics.com"
one = URI::HTTP.build(host: HOST, path: "/v1/totals") ⟪insecure-endpoint⟫
two = Addressable::URI.new(scheme: "http", host: HOST) ⟪insecure-endpoint⟫
three = URI::HTTPS.build(host: HOST, path: "/v1/totals")
four = URI::HTTP.build(host: "rooms.lan", path: "/v1/totals")
uri = URI("https://api.sealmetrics.com/v1")
uri.scheme = "http" ⟪insecure-endpoint⟫
