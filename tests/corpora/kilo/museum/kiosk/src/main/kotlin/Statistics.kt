package museum.kiosk

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.serialization.kotlinx.json.json
import kotlinx.serialization.Serializable

@Serializable
data class Room(val name: String, val visits: Int)

class Statistics(key: String) {
    private val http = HttpClient(CIO) {
        expectSuccess = true
        install(ContentNegotiation) { json() }
        install(HttpRequestRetry) {
            maxRetries = 4
            retryIf { _, response -> response.status.value == 429 || response.status.value in 500..599 }
            exponentialDelay(base = 2.0, maxDelayMs = 60_000)
        }
        defaultRequest {
            url("https://my.sealmetrics.com/api/v1/")
            header("X-API-Key", key.trim())
        }
    }

    suspend fun rooms(day: String): List<Room> = http.get("stats/pages") {
        parameter("site_id", SITE)
        parameter("date", day)
    }.body()

    companion object {
        const val SITE = "acme-museum-kiosk"
    }
}
