package com.miramar.guest.data

import android.content.Context
import androidx.security.crypto.EncryptedSharedPreferences
import androidx.security.crypto.MasterKey
import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.request.bearerAuth
import io.ktor.client.request.get
import kotlinx.serialization.Serializable

@Serializable
data class StayFigures(val visits: Int, val bookings: Int)

/** Figures are Sealmetrics', asked of our own back end, which holds the key. */
class SessionVault(context: Context, private val http: HttpClient) {
    private val masterKey = MasterKey.Builder(context).setKeyScheme(MasterKey.KeyScheme.AES256_GCM).build()

    private val store = EncryptedSharedPreferences.create(
        context,
        "guest-session",
        masterKey,
        EncryptedSharedPreferences.PrefKeyEncryptionScheme.AES256_SIV,
        EncryptedSharedPreferences.PrefValueEncryptionScheme.AES256_GCM,
    )

    var guestToken: String?
        get() = store.getString("guest_token", null)
        set(value) = store.edit().putString("guest_token", value).apply()

    suspend fun figures(): StayFigures =
        http.get("https://guest.miramar.example/api/figures") {
            bearerAuth(checkNotNull(guestToken))
        }.body()
}
