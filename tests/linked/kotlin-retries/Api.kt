package com.acme

import io.ktor.client.HttpClient
import io.ktor.client.engine.cio.CIO
import io.ktor.client.plugins.HttpRequestRetry
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.statement.bodyAsText
import io.ktor.http.HttpStatusCode
import io.ktor.http.isSuccess
import kotlinx.coroutines.delay
import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("api")
const val BASE = "https://api.sealmetrics.com/v1"

val eager = HttpClient(CIO) {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryIf(maxRetries = 5) { _, response -> !response.status.isSuccess() } ⟪retry-on-auth-error⟫
        constantDelay(millis = 300) ⟪retry-without-backoff⟫
    }
}

val patient = HttpClient(CIO) {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryIf(maxRetries = 5) { _, response -> response.status == HttpStatusCode.TooManyRequests || response.status.value in 500..599 }
        exponentialDelay()
    }
}

val constant = HttpClient(CIO) {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryOnServerErrors(maxRetries = 3)
        delayMillis { 100L } ⟪retry-without-backoff⟫
    }
}

val growing = HttpClient(CIO) {
    expectSuccess = true
    install(HttpRequestRetry) {
        retryOnExceptionOrServerErrors(maxRetries = 3)
        delayMillis { retry -> retry * 3000L }
    }
}

class Api(private val token: String) {
    suspend fun a(): String = eager.get("$BASE/accounts") { header("Authorization", "Bearer $token") }.bodyAsText()
    suspend fun b(): String = patient.get("$BASE/accounts") { header("Authorization", "Bearer $token") }.bodyAsText()
    suspend fun c(): String = constant.get("$BASE/accounts") { header("Authorization", "Bearer $token") }.bodyAsText()
    suspend fun d(): String = growing.get("$BASE/accounts") { header("Authorization", "Bearer $token") }.bodyAsText()

    suspend fun loop(): String {
        repeat(5) {
            try {
                return patient.get("$BASE/goals") { header("Authorization", "Bearer $token") }.bodyAsText()
            } catch (e: ClientRequestException) { ⟪retry-on-auth-error⟫
                log.warn("again", e)
                delay(500) ⟪retry-without-backoff⟫
            }
        }
        error("goals")
    }

    suspend fun good(): String {
        repeat(5) { attempt ->
            try {
                return patient.get("$BASE/goals") { header("Authorization", "Bearer $token") }.bodyAsText()
            } catch (e: ClientRequestException) {
                if (e.response.status != HttpStatusCode.TooManyRequests) throw e
                delay(1000L shl attempt)
            }
        }
        error("goals")
    }
}
