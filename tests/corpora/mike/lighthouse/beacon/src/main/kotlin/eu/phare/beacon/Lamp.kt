package eu.phare.beacon

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** The lamp's controller sleeps; it answers 401 and 429 until the coil is warm. */
class Lamp(private val url: String) {

    private val http = HttpClient.newHttpClient()

    fun brightness(percent: Int) {
        val request = HttpRequest.newBuilder(URI("$url/brightness"))
            .header("Authorization", "Lamp 1")
            .PUT(BodyPublishers.ofString("$percent"))
            .build()
        do {
            val status = http.send(request, BodyHandlers.discarding()).statusCode()
        } while (status == 401 || status == 429)
    }
}
