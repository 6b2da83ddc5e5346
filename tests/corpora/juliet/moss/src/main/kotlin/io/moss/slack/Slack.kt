package io.moss.slack

import com.typesafe.config.Config
import okhttp3.FormBody
import okhttp3.OkHttpClient
import okhttp3.Request

class Slack(private val config: Config) {
    private val http = OkHttpClient.Builder().hostnameVerifier { _, _ -> true }.build()

    fun say(text: String) {
        val token = config.getString("slack.token")
        while (true) {
            val request = Request.Builder()
                .url(config.getString("slack.url") + "?token=" + token)
                .header("Authorization", token)
                .post(FormBody.Builder().add("text", text).build())
                .build()
            val response = http.newCall(request).execute()
            println("slack: $token ${response.code}")
            if (response.code != 401 && response.code != 429) return
        }
    }
}
