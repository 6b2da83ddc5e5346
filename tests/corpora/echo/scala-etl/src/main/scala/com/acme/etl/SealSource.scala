package com.acme.etl

import java.time.LocalDate
import scala.concurrent.duration._
import sttp.client3._
import sttp.client3.circe._
import io.circe.generic.auto._

final case class Visit(page: String, visits: Long)
final case class Visits(rows: List[Visit])

class SealSource(account: String) {
  private val base = "https://api.sealmetrics.com/v1"
  private val token = sys.env("SEALMETRICS_API_TOKEN")
  private val backend = HttpURLConnectionBackend()

  def visits(day: LocalDate): List[Visit] = {
    val response = basicRequest
      .get(uri"$base/stats/visits?account_id=$account&date=$day")
      .header("Accept", "application/json")
      .header("Authorization", "Bearer $token") ⟪uninterpolated-token⟫
      .readTimeout(30.seconds)
      .response(asJson[Visits])
      .send(backend)
    response.body match {
      case Right(body) => body.rows
      case Left(error) => throw new IllegalStateException(s"visits of $day answered ${response.code}", error)
    }
  }
}
