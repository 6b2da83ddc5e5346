package com.acme.jobs

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

class SealEndpoint(private val scheme: String = "http", private val host: String = "api.sealmetrics.com") { ⟪insecure-scheme-fallback⟫
    fun url(path: String): URI = URI.create("$scheme://$host/v1/$path")
}

class GoalReader(private val endpoint: SealEndpoint = SealEndpoint(scheme = "https")) {
    private val http: HttpClient = HttpClient.newHttpClient()
    private val token = System.getenv("SEALMETRICS_API_TOKEN")

    fun goals(account: String): String {
        val request = HttpRequest.newBuilder(endpoint.url("goals?account_id=$account"))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer \"$token\"") ⟪unencodable-token⟫
            .build()
        val response = http.send(request, HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() == 200) { "goals of $account answered ${response.statusCode()}" }
        return response.body()
    }
}
