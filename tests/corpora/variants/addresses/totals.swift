import Foundation
let host = "api.sealmetrics.com"
func one() -> URL? {
  var c = URLComponents()
  c.scheme = "http" ⟪insecure-endpoint⟫
  c.host = host
  c.path = "/v1"
  return c.url
}
