package io.moss.seal

import com.typesafe.config.Config
import io.github.resilience4j.core.IntervalFunction
import io.github.resilience4j.retry.Retry
import io.github.resilience4j.retry.RetryConfig
import okhttp3.HttpUrl.Companion.toHttpUrl
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response
import java.io.IOException

class SealException(val status: Int, path: String) : IOException("$path answered $status")

class BearerInterceptor(private val token: String) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response =
        chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer $token").build())
}

class SealClient(config: Config) {
    private val base = config.getString("sealmetrics.base-url")
    private val http = OkHttpClient.Builder()
        .addInterceptor(BearerInterceptor(config.getString("sealmetrics.api-token").trim()))
        .build()

    private val retry = Retry.of(
        "sealmetrics",
        RetryConfig.custom<String>()
            .maxAttempts(5)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(500, 2.0))
            .retryOnException { it is SealException && (it.status == 429 || it.status >= 500) }
            .build(),
    )

    fun get(path: String): String = retry.executeCallable { once(path) }

    private fun once(path: String): String {
        val request = Request.Builder().url("$base$path".toHttpUrl()).build()
        http.newCall(request).execute().use { response ->
            if (!response.isSuccessful) throw SealException(response.code, path)
            return response.body!!.string()
        }
    }
}
