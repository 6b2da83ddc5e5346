package bridge

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.http.HttpHeaders
import io.ktor.serialization.kotlinx.json.json
import kotlinx.serialization.Serializable

@Serializable
data class Source(val name: String, val entrances: Long)

data class SealOptions(
    val url: String = "http://api.sealmetrics.com/v1/", ⟪insecure-endpoint⟫
    val token: String = System.getenv("SEALMETRICS_TOKEN") ?: error("SEALMETRICS_TOKEN is not set"),
    val account: String = "acme-corp",
)

class SealClient(private val options: SealOptions = SealOptions()) {
    private val http = HttpClient(CIO) {
        expectSuccess = true
        install(ContentNegotiation) { json() }
        defaultRequest {
            url(options.url)
            header(HttpHeaders.Accept, "application/json")
            header(HttpHeaders.Authorization, "JWT ${options.token}") ⟪wrong-scheme⟫
        }
    }

    suspend fun sources(days: Int): List<Source> =
        http.get("accounts/${options.account}/sources") { parameter("days", days) }.body()
}
