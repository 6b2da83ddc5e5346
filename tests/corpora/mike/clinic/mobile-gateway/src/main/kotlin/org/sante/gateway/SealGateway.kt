package org.sante.gateway

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import io.ktor.client.request.parameter
import io.ktor.http.HttpStatusCode
import io.ktor.serialization.kotlinx.json.json
import kotlinx.serialization.Serializable

@Serializable
data class Live(val active: Int)

class SealGateway(private val token: String, private val base: String = "https://my.sealmetrics.com/api/v1") {

    private val http = HttpClient(CIO) {
        expectSuccess = true
        install(ContentNegotiation) { json() }
        install(HttpRequestRetry) {
            maxRetries = 5
            retryIf { _, response -> response.status == HttpStatusCode.TooManyRequests || response.status.value >= 500 }
            delayMillis(respectRetryAfterHeader = false) { 50L } ⟪retry-without-backoff⟫
        }
    }

    suspend fun live(site: String): Int =
        http.get("$base/stats/live") {
            bearerAuth(token)
            parameter("site_id", site)
        }.body<Live>().active
}
