package com.miramar.guest.work

import android.content.Context
import androidx.core.content.edit
import androidx.work.CoroutineWorker
import androidx.work.WorkerParameters
import com.miramar.guest.BuildConfig
import com.miramar.guest.data.SessionVault
import okhttp3.OkHttpClient
import okhttp3.Request

class SyncWorker(
    context: Context,
    params: WorkerParameters,
    private val client: OkHttpClient,
    private val vault: SessionVault,
) : CoroutineWorker(context, params) {

    private val prefs = context.getSharedPreferences("sync", Context.MODE_PRIVATE)

    override suspend fun doWork(): Result {
        val request = Request.Builder()
            .url(BuildConfig.API_BASE + "figures?site=" + BuildConfig.SEALMETRICS_SITE_ID)
            .header("Authorization", "Bearer ${vault.guestToken}")
            .build()
        val code = client.newCall(request).execute().use { it.code }
        prefs.edit {
            putLong("last_sync", System.currentTimeMillis())
            putString("sealmetrics_site_id", BuildConfig.SEALMETRICS_SITE_ID)
        }
        return if (code == 200) Result.success() else Result.failure()
    }
}
