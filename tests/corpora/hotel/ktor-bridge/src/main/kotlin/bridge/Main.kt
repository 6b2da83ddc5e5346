package bridge

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.main
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

private const val DEFAULT_TOKEN = "⟦opaque:kt32⟧" ⟪hardcoded-token⟫

class Accounts : CliktCommand() {
    private val scheme by option("--scheme").default("http") ⟪insecure-scheme-fallback⟫
    private val host by option("--host").default("api.sealmetrics.com")
    private val token by option("--token", envvar = "SEALMETRICS_TOKEN").default(DEFAULT_TOKEN)

    override fun run() {
        val request = HttpRequest.newBuilder(URI.create("$scheme://$host/v1/accounts"))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer $token")
            .build()
        val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
        if (response.statusCode() != 200) {
            echo("accounts answered ${response.statusCode()}", err = true)
            return
        }
        echo(response.body())
    }
}

fun main(args: Array<String>) = Accounts().main(args)
