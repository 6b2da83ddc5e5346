package io.acme.stream

import org.slf4j.LoggerFactory
import sttp.client3._
import sttp.client3.circe._
import io.circe.generic.auto._

final case class Hit(path: String, views: Long)

class SealSource(backend: SttpBackend[Identity, Any]) {
  private val log = LoggerFactory.getLogger(getClass)
  private val base = "https://api.sealmetrics.com/v1"
  private val token = sys.env.getOrElse("SEALMETRICS_TOKEN", "⟦opaque:sc1⟧") ⟪hardcoded-token⟫

  def hits(site: String): List[Hit] = {
    val request = basicRequest
      .get(uri"$base/sites/$site/pages")
      .header("Accept", "application/json")
      .header("Authorization", "Bearer $token") ⟪uninterpolated-token⟫
      .response(asJson[List[Hit]])

    val response = request.send(backend)
    log.info(s"hits of $site: ${response.code}")
    response.body.fold(e => throw new RuntimeException(s"$site: ${response.code}", e), identity)
  }
}
