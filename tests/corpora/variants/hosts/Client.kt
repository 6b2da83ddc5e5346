package hosts

import android.content.Context
import okhttp3.Interceptor
import okhttp3.OkHttpClient

class Client(private val context: Context, private val tokens: TokenStore) {
    private val sign = Interceptor { chain ->
        val request = chain.request()
        if (request.url.host != "api.sealmetrics.com") return@Interceptor chain.proceed(request)
        chain.proceed(request.newBuilder().header("X-API-Key", tokens.read()).build()) ⟪authorized-call-from-client⟫
    }

    val http = OkHttpClient.Builder().addInterceptor(sign).build()
}
