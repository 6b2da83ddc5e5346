package com.acme.jobs

import java.util.concurrent.TimeUnit
import mu.KotlinLogging
import okhttp3.OkHttpClient
import okhttp3.Request

private val log = KotlinLogging.logger {}
private const val BASE = "https://my.sealmetrics.com/api/v1"

class Warmup(private val cache: Cache) {
    private val http = OkHttpClient.Builder().callTimeout(15, TimeUnit.SECONDS).build()
    private val apiKey = System.getenv("SEALMETRICS_API_KEY")

    fun warm(site: String) {
        val summary = http.newCall(Request.Builder().url("$BASE/stats/summary?site_id=$site").header("X-API-Key", apiKey).build()).execute()
        summary.use {
            if (!it.isSuccessful) {
                log.warn { "summary of $site answered ${it.code}, key was $apiKey" } ⟪token-in-log⟫
                return
            }
            cache.put("summary:$site", it.body!!.string())
        }

        http.newCall(Request.Builder().url("$BASE/sites/$site/goals").header("Accept", "application/json").build()).execute().use { ⟪missing-authorization⟫
            if (it.isSuccessful) cache.put("goals:$site", it.body!!.string())
        }

        http.newCall(Request.Builder().url("$BASE/livez").build()).execute().use { log.info { "livez ${it.code}" } }
    }
}

interface Cache {
    fun put(key: String, value: String)
}
