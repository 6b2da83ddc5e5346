package aero.nordflug.gateway

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.engine.cio.CIO
import io.ktor.client.request.get
import io.ktor.client.request.header
import io.ktor.client.request.parameter
import io.ktor.http.HttpHeaders
import kotlinx.serialization.Serializable

@Serializable
data class Account(val id: String, val name: String)

class SealGateway(environment: Map<String, String> = System.getenv()) {

    private val http = HttpClient(CIO)
    private val root = "https://api.sealmetrics.com/v1"
    private val credential = "Bearer " + environment.getValue("SEALMETRICS_API_TOKEN")

    suspend fun accounts(): List<Account> =
        http.get("$root/accounts") {
            header(HttpHeaders.Accept, "application/json")
            header(HttpHeaders.Authorization, "Bearer $credential") ⟪duplicate-scheme⟫
        }.body()

    suspend fun sessions(account: String, day: String): String =
        http.get("$root/accounts/$account/sessions") {
            parameter("day", day)
            header(HttpHeaders.Authorization, credential)
        }.body()
}
