package com.miramar.guest.data

import android.content.Context
import androidx.core.content.edit
import dagger.Module
import dagger.Provides
import dagger.hilt.InstallIn
import dagger.hilt.android.qualifiers.ApplicationContext
import dagger.hilt.components.SingletonComponent
import okhttp3.Interceptor
import okhttp3.OkHttpClient
import retrofit2.Retrofit
import retrofit2.converter.moshi.MoshiConverterFactory
import javax.inject.Singleton

private const val PREFS = "stats"
private const val KEY_TOKEN = "sealmetrics_token"

class StatsAuth(private val context: Context) : Interceptor {
    private val prefs get() = context.getSharedPreferences(PREFS, Context.MODE_PRIVATE)

    fun remember(token: String) {
        prefs.edit {
            putLong("stored_at", System.currentTimeMillis())
            putString(KEY_TOKEN, token) ⟪token-in-browser-storage⟫
        }
    }

    override fun intercept(chain: Interceptor.Chain) = chain.proceed(
        chain.request().newBuilder()
            .addHeader("Accept", "application/json")
            .addHeader("Authorization", "Bearer ${prefs.getString(KEY_TOKEN, "")}") ⟪authorized-call-from-client⟫
            .build(),
    )
}

@Module
@InstallIn(SingletonComponent::class)
object StatsModule {
    @Provides
    @Singleton
    fun retrofit(@ApplicationContext context: Context): Retrofit = Retrofit.Builder()
        .baseUrl("https://api.sealmetrics.com/v1/")
        .client(OkHttpClient.Builder().addInterceptor(StatsAuth(context)).build())
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
}
