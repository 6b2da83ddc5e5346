package lake

import cats.effect.{IO, IOApp}
import io.circe.generic.auto._
import org.http4s._
import org.http4s.circe.CirceEntityCodec._
import org.http4s.client.Client
import org.http4s.client.middleware.Logger
import org.http4s.ember.client.EmberClientBuilder
import org.http4s.headers.Authorization
import org.http4s.implicits._

final case class Account(id: String, name: String)

object AccountsApp extends IOApp.Simple {

  // was http://api.sealmetrics.com until the proxy learnt TLS
  private val accounts = uri"https://api.sealmetrics.com/v1/accounts"

  private def authorized(client: Client[IO], token: String): Client[IO] =
    Client[IO] { request =>
      client.run(request.putHeaders(Authorization(Credentials.Token(AuthScheme.Bearer, token))))
    }

  private val redacted: Set[org.typelevel.ci.CIString] = Headers.SensitiveHeaders

  val run: IO[Unit] =
    for {
      token <- IO.fromOption(sys.env.get("SEALMETRICS_TOKEN"))(new RuntimeException("SEALMETRICS_TOKEN"))
      _ <- EmberClientBuilder.default[IO].build.use { client =>
        val logged = Logger[IO](logHeaders = true, logBody = false, redactHeadersWhen = redacted.contains)(client)
        authorized(logged, token)
          .expect[List[Account]](accounts)
          .flatMap(list => IO.println(list.map(_.name).mkString("\n")))
      }
    } yield ()
}
