package bridge.routes

import io.ktor.client.HttpClient
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import io.ktor.client.request.url
import io.ktor.client.statement.bodyAsText
import io.ktor.http.ContentType
import io.ktor.http.HttpStatusCode
import io.ktor.http.isSuccess
import io.ktor.server.application.ApplicationEnvironment
import io.ktor.server.application.call
import io.ktor.server.auth.authenticate
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.Route
import io.ktor.server.routing.get

private const val TOTALS = "https://api.sealmetrics.com/v1/accounts/bridge/totals"

fun Route.analytics(environment: ApplicationEnvironment, client: HttpClient) {
    val token = environment.config.property("sealmetrics.token").getString()
    val log = environment.log

    authenticate("staff") {
        get("/analytics/totals") {
            val upstream = client.get {
                url(TOTALS)
                bearerAuth(token)
            }
            log.info("totals answered {} (token {}…)", upstream.status.value, token.take(4))
            if (upstream.status.isSuccess()) {
                call.respondText(upstream.bodyAsText(), ContentType.Application.Json)
            } else {
                call.respond(HttpStatusCode.BadGateway)
            }
        }
    }
}
