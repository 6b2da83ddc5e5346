package eu.phare.seal

import io.ktor.client.HttpClient
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.bearerAuth
import io.ktor.http.HttpStatusCode
import io.ktor.serialization.kotlinx.json.json

/** 401 and 403 are final; 429 and 5xx are tried again, slower each time. */
fun sealHttp(config: SealConfig): HttpClient = HttpClient(Java) {
    expectSuccess = true
    install(ContentNegotiation) { json() }
    install(HttpTimeout) { requestTimeoutMillis = 20_000 }
    install(HttpRequestRetry) {
        maxRetries = 5
        retryIf { _, response ->
            response.status == HttpStatusCode.TooManyRequests || response.status.value in 500..599
        }
        exponentialDelay(base = 2.0, maxDelayMs = 60_000, randomizationMs = 500)
    }
    defaultRequest {
        url("${config.base}/")
        bearerAuth(config.token())
    }
}
