package com.acme.stats

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.defaultRequest
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import org.slf4j.LoggerFactory

class SealClient(
    private val token: String = System.getenv("SEALMETRICS_API_TOKEN"),
    baseUrl: String = System.getenv("SEALMETRICS_BASE_URL") ?: "https://api.sealmetrics.com/v1/",
) {
    private val log = LoggerFactory.getLogger(SealClient::class.java)

    init {
        require(!baseUrl.startsWith("http://") || baseUrl.startsWith("http://localhost")) { "plain http is refused" }
        log.info("token {}***", token.take(3))
    }

    private val http = HttpClient(CIO) {
        expectSuccess = true
        install(HttpRequestRetry) {
            retryOnServerErrors(maxRetries = 3)
            exponentialDelay()
        }
        defaultRequest {
            url(baseUrl)
            bearerAuth(token)
        }
    }

    suspend fun sites(): List<Site> = http.get("sites").body()

    suspend fun goals(site: String): List<Goal> = http.get("sites/$site/goals").body()
}

data class Site(val id: String, val name: String)

data class Goal(val id: String, val value: Double)
