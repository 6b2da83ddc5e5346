package aero.nordflug.app.staff

import android.content.Context
import androidx.security.crypto.EncryptedSharedPreferences
import androidx.security.crypto.MasterKey

/**
 * Station managers may paste their own analytics token once; it is handed to our back end
 * when a report is asked for and never leaves the device otherwise.
 */
class StaffTokenStore(context: Context) {

    private val masterKey = MasterKey.Builder(context)
        .setKeyScheme(MasterKey.KeyScheme.AES256_GCM)
        .build()

    private val vault = EncryptedSharedPreferences.create(
        context,
        "staff_vault",
        masterKey,
        EncryptedSharedPreferences.PrefKeyEncryptionScheme.AES256_SIV,
        EncryptedSharedPreferences.PrefValueEncryptionScheme.AES256_GCM,
    )

    private val settings = context.getSharedPreferences("staff_settings", Context.MODE_PRIVATE)

    fun save(sealmetricsToken: String) {
        vault.edit().putString("sealmetrics_token", sealmetricsToken).apply()
        settings.edit().putString("sealmetrics_account_id", "⟦objid:3⟧").apply()
        settings.edit().putBoolean("sealmetrics_connected", true).apply()
    }

    fun clear() {
        vault.edit().clear().apply()
        settings.edit().putBoolean("sealmetrics_connected", false).apply()
    }

    val isConnected: Boolean
        get() = settings.getBoolean("sealmetrics_connected", false)
}
