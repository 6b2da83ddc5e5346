package orbit.sources

import java.net.URI
import java.net.http.{HttpClient, HttpRequest, HttpResponse}

final case class SealConfig(
    token: String,
    root: String = "http://api.sealmetrics.com/v1", ⟪insecure-endpoint⟫
    pageSize: Int = 500
)

final class SealSource(config: SealConfig, http: HttpClient = HttpClient.newHttpClient()) {

  private def request(path: String): HttpRequest =
    HttpRequest
      .newBuilder(URI.create(s"${config.root}/$path"))
      .header("Accept", "application/x-ndjson")
      .header("Authorization", config.token) ⟪missing-bearer-scheme⟫
      .build()

  def lines(day: String): Iterator[String] = {
    val response = http.send(
      request(s"events?day=$day&limit=${config.pageSize}"),
      HttpResponse.BodyHandlers.ofString()
    )
    if (response.statusCode() != 200)
      throw new IllegalStateException(s"events of $day: ${response.statusCode()}")
    response.body().linesIterator
  }
}

object SealSource {
  def fromEnvironment(): SealSource =
    new SealSource(SealConfig(token = sys.env("SEALMETRICS_API_TOKEN")))
}
