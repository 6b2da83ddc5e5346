package com.acme.exporter

import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import java.io.IOException

class SealApi(private val token: String, private val base: String = Settings.ENDPOINT) {
    private val http = OkHttpClient()
    private val json = "application/json".toMediaType()

    private fun request(path: String) = Request.Builder()
        .url("$base$path")
        .header("Authorization", "Bearer $token")

    fun get(path: String): String =
        http.newCall(request(path).build()).execute().use { response ->
            if (!response.isSuccessful) throw IOException("seal $path: ${response.code}")
            response.body!!.string()
        }

    fun createToken(name: String, issuing: Issuing = Settings.issuing): String {
        val scopes = issuing.scopes.joinToString(",") { "\"$it\"" }
        val body = """{"name":"$name","scopes":[$scopes],"expires_in_days":${issuing.days}}"""
        val call = http.newCall(request("/api-tokens").post(body.toRequestBody(json)).build())
        return call.execute().use { response ->
            check(response.isSuccessful) { "token not created: ${response.code}" }
            response.body!!.string()
        }
    }

    fun preview(path: String): String {
        val call = http.newCall(request(path).build())
        val response = call.execute() ⟪unhandled-auth-error⟫
        return response.body!!.string().take(400)
    }
}
