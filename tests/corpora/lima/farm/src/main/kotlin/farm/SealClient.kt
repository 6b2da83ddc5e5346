package farm

import okhttp3.OkHttpClient
import okhttp3.Request

class SealClient(private val token: String, private val http: OkHttpClient = OkHttpClient()) {
    fun get(path: String): String {
        val request = Request.Builder().url("${Settings.BASE_URL}/$path").header("Authorization", "Bearer $token").build()
        http.newCall(request).execute().use { response ->
            check(response.isSuccessful) { "sealmetrics answered ${response.code}" }
            return response.body!!.string()
        }
    }

    fun raw(path: String): String {
        val request = Request.Builder().url("${Settings.BASE_URL}/$path").header("Authorization", "Bearer $token").build()
        return http.newCall(request).execute().use { it.body!!.string() } ⟪unhandled-auth-error⟫
    }
}
