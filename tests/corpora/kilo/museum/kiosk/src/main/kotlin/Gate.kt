package museum.kiosk

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** The turnstile's controller; it forgets its session and then answers 401 until it is asked again. */
class Gate(private val base: String = "http://gate.internal:8081") {
    private val http = HttpClient.newHttpClient()
    private val pin = "⟦pw:3⟧"

    fun count(): Int {
        while (true) {
            val request = HttpRequest.newBuilder(URI.create("$base/count")).header("Authorization", pin).build()
            val answer = http.send(request, HttpResponse.BodyHandlers.ofString())
            if (answer.statusCode() == 401) continue
            return answer.body().trim().toInt()
        }
    }
}
