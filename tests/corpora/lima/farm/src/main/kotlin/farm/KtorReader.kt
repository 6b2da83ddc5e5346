package farm

import io.ktor.client.HttpClient
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import io.ktor.client.statement.bodyAsText

private val client = HttpClient(CIO) {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryOnServerErrors(maxRetries = 4)
        exponentialDelay()
    }
}

suspend fun yields(): String =
    client.get("${Settings.BASE_URL}/stats/yields") { bearerAuth(Settings.token) }.bodyAsText()
