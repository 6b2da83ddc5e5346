package lake

import io.circe.generic.auto._
import sttp.client3._
import sttp.client3.circe._
import sttp.model.HeaderNames

import java.time.LocalDate
import scala.concurrent.duration._

final case class Row(source: String, visits: Long, conversions: Long)

final case class SealConfig(
    account: String,
    base: String = "https://api.sealmetrics.com/v1",
    token: String = sys.env("SEALMETRICS_TOKEN"),
)

final class SealSource(config: SealConfig, backend: SttpBackend[Identity, Any]) {

  private val request = basicRequest
    .readTimeout(20.seconds)
    .header(HeaderNames.Accept, "application/json")
    .header(HeaderNames.Authorization, config.token) ⟪missing-bearer-scheme⟫

  def rows(day: LocalDate): List[Row] = {
    val uri = uri"${config.base}/accounts/${config.account}/sources?date=$day"
    request.get(uri).response(asJson[List[Row]]).send(backend).body match {
      case Right(rows) => rows
      case Left(error) => throw new IllegalStateException(s"sources of $day: ${error.getMessage}")
    }
  }
}
