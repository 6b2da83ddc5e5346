package io.acme.insights.auth

import android.content.Context
import androidx.security.crypto.EncryptedSharedPreferences
import androidx.security.crypto.MasterKey
import okhttp3.OkHttpClient
import okhttp3.Request

class SecureVault(context: Context) {
    private val masterKey = MasterKey.Builder(context).setKeyScheme(MasterKey.KeyScheme.AES256_GCM).build()
    private val plain = context.getSharedPreferences("ui", Context.MODE_PRIVATE)
    private val http = OkHttpClient()

    fun rememberSite(siteId: String) {
        plain.edit().putString("sealmetrics_site_id", siteId).apply()
    }

    fun overview(session: String): String? {
        val request = Request.Builder()
            .url("https://insights.acme-corp.io/api/sealmetrics/overview")
            .header("Authorization", "Bearer $session")
            .build()
        return http.newCall(request).execute().use { if (it.isSuccessful) it.body?.string() else null }
    }

    fun alias(): String = masterKey.toString()
}
