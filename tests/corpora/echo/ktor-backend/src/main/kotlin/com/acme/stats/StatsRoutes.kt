package com.acme.stats

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.http.HttpHeaders
import io.ktor.http.HttpStatusCode
import io.ktor.http.isSuccess
import io.ktor.serialization.kotlinx.json.json
import io.ktor.server.response.respond
import io.ktor.server.routing.Route
import io.ktor.server.routing.get
import kotlinx.serialization.Serializable

@Serializable
data class Row(val page: String, val visits: Long)

private const val API = "https://api.sealmetrics.com/v1"
private val client = HttpClient(CIO) { install(ContentNegotiation) { json() } }
private val token = System.getenv("SEALMETRICS_API_TOKEN") ?: error("SEALMETRICS_API_TOKEN is not set")

fun Route.stats() {
    get("/stats/pages") {
        val answer = client.get("$API/stats/pages") {
            parameter("site_id", call.request.queryParameters["site"] ?: "acme-corp")
            header(HttpHeaders.Authorization, "Bearer \$token") ⟪uninterpolated-token⟫
        }
        if (!answer.status.isSuccess()) {
            return@get call.respond(HttpStatusCode.BadGateway, mapOf("status" to answer.status.value))
        }
        call.respond(answer.body<List<Row>>().sortedByDescending { it.visits }.take(25))
    }
}
