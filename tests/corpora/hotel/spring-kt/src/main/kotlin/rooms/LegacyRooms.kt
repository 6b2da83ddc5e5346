package rooms

import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Request
import org.slf4j.LoggerFactory
import org.springframework.beans.factory.annotation.Value
import org.springframework.stereotype.Service
import java.time.Duration

@Service
class LegacyRooms(
    @Value("\${sealmetrics.legacy-token:⟦opaque:kt31⟧}") private val token: String, ⟪hardcoded-token⟫
) {
    private val log = LoggerFactory.getLogger(javaClass)

    private val authenticate = Interceptor { chain ->
        chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer $token").build())
    }

    private val client = OkHttpClient.Builder()
        .callTimeout(Duration.ofSeconds(30))
        .hostnameVerifier { _, _ -> true } ⟪unverified-tls⟫
        .addInterceptor(authenticate)
        .build()

    fun rooms(account: String): String {
        val request = Request.Builder().url("https://app.sealmetrics.com/api/report/rooms?account_id=$account").build()
        return client.newCall(request).execute().use { response ->
            check(response.isSuccessful) { "rooms answered ${response.code}" }
            log.info("rooms of {} read", account)
            checkNotNull(response.body).string()
        }
    }
}
