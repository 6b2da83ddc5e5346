package a
import akka.http.scaladsl.model.Uri
object A {
  val Host = "api.sealmetrics.com"
  def one = Uri.from(scheme = "http", host = Host, path = "/v1") ⟪insecure-endpoint⟫
}
