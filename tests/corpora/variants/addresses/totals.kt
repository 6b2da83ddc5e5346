package a
import io.ktor.client.HttpClient
import io.ktor.client.request.get
import io.ktor.http.URLBuilder
import io.ktor.http.URLProtocol
import okhttp3.HttpUrl

const val HOST = "api.sealmetrics.com"
fun one() = HttpUrl.Builder().scheme("http").host(HOST).build() ⟪insecure-endpoint⟫
fun two() = URLBuilder(protocol = URLProtocol.HTTP, host = HOST, pathSegments = listOf("v1")).build() ⟪insecure-endpoint⟫
suspend fun three(client: HttpClient) = client.get {
    url {
        protocol = URLProtocol.HTTP ⟪insecure-endpoint⟫
        host = "api.sealmetrics.com"
        encodedPath = "/v1/health"
    }
}
fun four() = HttpUrl.Builder().scheme("http").host("rooms.lan").build()
