package orbit.sources

import java.net.URI
import java.net.http.{HttpClient, HttpRequest, HttpResponse}
import java.util.Base64

sealed trait HttpSource {
  def root: String
  def authorization: String
}

final class SealHttp(env: Map[String, String]) extends HttpSource {
  val root: String = env.getOrElse("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1")
  def authorization: String = s"Bearer ${env("SEALMETRICS_API_TOKEN").trim}"
}

final class DruidHttp(env: Map[String, String]) extends HttpSource {
  val root: String = "http://druid.orbit.example:8082/druid/v2"
  def authorization: String = {
    val pair = s"${env("DRUID_USER")}:${env("DRUID_PASSWORD")}"
    s"Basic ${Base64.getEncoder.encodeToString(pair.getBytes("UTF-8"))}"
  }
}

object HttpSources {
  private val http = HttpClient.newHttpClient()

  def get(source: HttpSource, path: String): String = {
    val request = HttpRequest
      .newBuilder(URI.create(s"${source.root}/$path"))
      .header("Authorization", source.authorization)
      .build()
    val response = http.send(request, HttpResponse.BodyHandlers.ofString())
    require(response.statusCode() == 200, s"$path answered ${response.statusCode()}")
    response.body()
  }
}
