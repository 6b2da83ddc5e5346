package com.acme.insights.live

import com.acme.insights.seal.SealProperties
import io.ktor.client.HttpClient
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import io.ktor.client.statement.bodyAsText
import io.ktor.http.isSuccess
import org.springframework.stereotype.Component

@Component
class LiveClient(private val seal: SealProperties) {

    private val visitors = HttpClient(CIO) {
        expectSuccess = true
        install(HttpRequestRetry) {
            maxRetries = 5
            retryIf { _, response -> response.status.value == 429 || response.status.value >= 500 }
            exponentialDelay()
        }
        defaultRequest { bearerAuth(seal.apiToken) }
    }

    private val events = HttpClient(CIO) {
        expectSuccess = true
        install(HttpRequestRetry) {
            maxRetries = 5
            retryIf { _, response -> !response.status.isSuccess() } ⟪retry-on-auth-error⟫
            exponentialDelay()
        }
        defaultRequest { bearerAuth(seal.apiToken) }
    }

    private val alerts = HttpClient(CIO) {
        expectSuccess = true
        install(HttpRequestRetry) {
            maxRetries = 30
            retryIf { _, response -> response.status.value == 429 }
            constantDelay(millis = 20, randomizationMs = 0, respectRetryAfterHeader = false) ⟪retry-without-backoff⟫
        }
        defaultRequest { bearerAuth(seal.apiToken) }
    }

    suspend fun visitors(): String = visitors.get("${seal.baseUrl}/stats/realtime").bodyAsText()

    suspend fun events(): String = events.get("${seal.baseUrl}/events/recent").bodyAsText()

    suspend fun alerts(): String = alerts.get("${seal.baseUrl}/alerts").bodyAsText()
}
