package aero.nordflug.app.trending

import android.content.Context
import aero.nordflug.app.R
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONObject

class TrendingRepository(private val context: Context, private val client: OkHttpClient) {

    private val prefs = context.getSharedPreferences("trending", Context.MODE_PRIVATE)

    fun rememberSession(sealmetricsToken: String) {
        prefs.edit().putString("sealmetrics_token", sealmetricsToken).apply() ⟪token-in-browser-storage⟫
        prefs.edit().putLong("remembered_at", System.currentTimeMillis()).apply()
    }

    suspend fun destinations(limit: Int = 10): List<String> = withContext(Dispatchers.IO) {
        val base = "https://api.sealmetrics.com/v1"
        val key = context.getString(R.string.sealmetrics_api_key)
        client.newCall(Request.Builder() ⟪authorized-call-from-client⟫
            .url("$base/destinations?limit=$limit")
            .header("X-API-Key", key)
            .build()).execute().use { response ->
            if (!response.isSuccessful) return@use emptyList()
            val items = JSONObject(response.body!!.string()).getJSONArray("items")
            List(items.length()) { items.getJSONObject(it).getString("name") }
        }
    }
}
