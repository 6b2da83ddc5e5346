package logs

import okhttp3.OkHttpClient
import okhttp3.Request

fun totals(client: OkHttpClient, sealmetricsToken: String): String? {
    val request = Request.Builder()
        .url("https://api.sealmetrics.com/v1/totals")
        .header("Authorization", "Bearer $sealmetricsToken")
        .build()
    println(request.headers) ⟪token-in-log⟫
    println(request.url)
    return client.newCall(request).execute().use { it.body?.string() }
}
