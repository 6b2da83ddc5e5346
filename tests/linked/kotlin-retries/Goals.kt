package com.acme.goals

import com.acme.http.retrying
import okhttp3.OkHttpClient
import okhttp3.Request
import java.io.IOException
import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("goals")

class Goals(private val token: String) {
    private val http = OkHttpClient()

    suspend fun all(): String = retrying { fetch("https://api.sealmetrics.com/v1/goals") }

    private fun fetch(url: String): String {
        val request = Request.Builder().url(url).header("Authorization", "Bearer $token").build()
        http.newCall(request).execute().use { response ->
            log.info("goals {}", response.code)
            if (!response.isSuccessful) throw IOException("goals: ${response.code}")
            return response.body!!.string()
        }
    }

    fun raw(url: String): String {
        val request = Request.Builder().url("https://api.sealmetrics.com/v1/raw").header("Authorization", "Bearer $token").build()
        val call = http.newCall(request)
        val response = call.execute() ⟪unhandled-auth-error⟫
        return response.body!!.string()
    }
}
