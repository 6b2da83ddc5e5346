package bodies

import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody

data class Credentials(val email: String, val password: String)

suspend fun login(client: HttpClient) = client.post("https://app.sealmetrics.com/api/auth/login") {
    setBody(Credentials("desk@hotel.example", "⟦pw:v12⟧")) ⟪hardcoded-login⟫
}

suspend fun board(client: HttpClient) = client.post("https://board.example-desk.com/login") {
    setBody(Credentials("desk@hotel.example", "⟦pw:v13⟧"))
}
