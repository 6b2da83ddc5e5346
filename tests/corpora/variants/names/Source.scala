package names

import play.api.http.HeaderNames
import play.api.libs.ws.WSClient

class Source(ws: WSClient, sealmetricsToken: String) {
  def totals = ws
    .url("https://api.sealmetrics.com/v1/totals")
    .addHttpHeaders(HeaderNames.ACCEPT -> "application/json", HeaderNames.AUTHORIZATION -> s"Token $sealmetricsToken") ⟪wrong-scheme⟫
    .get()
}
