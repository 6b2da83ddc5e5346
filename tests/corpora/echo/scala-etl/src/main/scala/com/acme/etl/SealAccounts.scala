package com.acme.etl

import com.typesafe.config.ConfigFactory
import org.slf4j.LoggerFactory
import sttp.client3._

object SealAccounts {
  private val log = LoggerFactory.getLogger(getClass)
  private val config = ConfigFactory.load().getConfig("sealmetrics")
  private val base = config.getString("base-url")
  private val token = config.getString("token")
  private val backend = HttpURLConnectionBackend()

  require(base.startsWith("https://"), s"sealmetrics.base-url is $base; http:// is refused")

  def ids(): Either[String, String] = {
    log.info(s"asking $base with token ${token.take(4)}***")
    basicRequest.get(uri"$base/accounts").auth.bearer(token).send(backend).body
  }

  def mirror(): Either[String, String] =
    basicRequest
      .get(uri"http://mirror.acme.internal/accounts.json")
      .header("Authorization", sys.env("MIRROR_TOKEN"))
      .send(backend)
      .body
}
