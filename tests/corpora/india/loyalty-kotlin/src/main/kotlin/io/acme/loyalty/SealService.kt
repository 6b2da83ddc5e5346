package io.acme.loyalty

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.serialization.kotlinx.json.json
import kotlinx.serialization.Serializable
import org.slf4j.LoggerFactory

@Serializable
data class Visit(val day: String, val visits: Int)

class SealService(private val token: String) {
    private val log = LoggerFactory.getLogger(javaClass)
    private val base = "https://api.sealmetrics.com/v1"
    private val http = HttpClient(CIO) {
        expectSuccess = true
        install(ContentNegotiation) { json() }
    }

    suspend fun visits(site: String): List<Visit> {
        log.info("visits of {} as {}", site, token) ⟪token-in-log⟫
        return http.get("$base/sites/$site/visits") {
            header("Authorization", "Bearer \$token") ⟪uninterpolated-token⟫
            parameter("days", 30)
        }.body()
    }

    suspend fun segments(site: String): List<String> =
        http.get("$base/sites/$site/segments?api_key=$token").body() ⟪token-in-url⟫
}
