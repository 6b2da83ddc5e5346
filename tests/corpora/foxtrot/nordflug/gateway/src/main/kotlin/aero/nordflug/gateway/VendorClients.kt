package aero.nordflug.gateway

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.Base64

private const val MIXPANEL_SECRET = "⟦hex:6⟧"

interface Vendor {
    val base: String
    fun authorization(): Pair<String, String>
}

object Mixpanel : Vendor {
    override val base = "http://data.mixpanel.example/api/2.0"
    override fun authorization() =
        "Authorization" to "Basic " + Base64.getEncoder().encodeToString("$MIXPANEL_SECRET:".toByteArray())
}

object Sealmetrics : Vendor {
    override val base = System.getenv("SEALMETRICS_BASE_URL") ?: "https://my.sealmetrics.com/api/v1"
    override fun authorization() = "X-API-Key" to System.getenv("SEALMETRICS_API_KEY").trim()
}

class VendorClient(private val vendor: Vendor, private val http: HttpClient = HttpClient.newHttpClient()) {

    fun get(path: String): String {
        val (name, value) = vendor.authorization()
        val request = HttpRequest.newBuilder(URI.create("${vendor.base}/$path")).header(name, value).build()
        val response = http.send(request, HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() == 200) { "${vendor.base} answered ${response.statusCode()}" }
        return response.body()
    }
}
