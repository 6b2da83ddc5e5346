package io.acme.loyalty

import io.ktor.http.HttpStatusCode
import io.ktor.server.application.Application
import io.ktor.server.application.call
import io.ktor.server.response.respond
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("loyalty")

fun Application.module() {
    val token = System.getenv("SEALMETRICS_TOKEN")?.trim()
        ?: environment.config.propertyOrNull("sealmetrics.token")?.getString()
        ?: error("no Sealmetrics token")
    val seal = SealService(token)
    log.info("Sealmetrics token loaded, {} characters", token.length)

    routing {
        get("/visits/{site}") {
            val site = call.parameters["site"] ?: return@get call.respond(HttpStatusCode.BadRequest)
            call.respond(seal.visits(site))
        }
        get("/health") { call.respond(mapOf("status" to "up", "analytics" to "api.sealmetrics.com")) }
    }
}
