package com.acme.shop.analytics

import android.content.Context
import android.content.SharedPreferences
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Response
import retrofit2.Retrofit
import retrofit2.converter.moshi.MoshiConverterFactory

class TokenStore(context: Context) {
    private val prefs: SharedPreferences = context.getSharedPreferences("analytics", Context.MODE_PRIVATE)

    var sealmetricsToken: String
        get() = prefs.getString("seal_token", "").orEmpty()
        set(value) = prefs.edit().putString("seal_token", value).apply() ⟪token-in-browser-storage⟫

    var lastSync: Long
        get() = prefs.getLong("last_sync", 0)
        set(value) = prefs.edit().putLong("last_sync", value).apply()
}

private class SealInterceptor(private val store: TokenStore) : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val request = chain.request().newBuilder()
            .header("Accept", "application/json")
            .header("Authorization", "Bearer ${store.sealmetricsToken}") ⟪authorized-call-from-client⟫
            .build()
        return chain.proceed(request)
    }
}

object SealService {
    fun create(context: Context): SealApi {
        val http = OkHttpClient.Builder().addInterceptor(SealInterceptor(TokenStore(context))).build()
        return Retrofit.Builder()
            .baseUrl("https://api.sealmetrics.com/v1/")
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create())
            .build()
            .create(SealApi::class.java)
    }
}
