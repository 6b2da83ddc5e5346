package io.acme.insights.net

import android.content.Context
import dagger.Module
import dagger.Provides
import dagger.hilt.InstallIn
import dagger.hilt.android.qualifiers.ApplicationContext
import dagger.hilt.components.SingletonComponent
import okhttp3.OkHttpClient
import retrofit2.Retrofit
import retrofit2.converter.moshi.MoshiConverterFactory

@Module
@InstallIn(SingletonComponent::class)
object SealModule {

    private const val SEAL_KEY = "⟦sm:and1⟧" ⟪token-in-client-code⟫

    @Provides
    fun client(@ApplicationContext context: Context): OkHttpClient {
        context.getSharedPreferences("seal", Context.MODE_PRIVATE)
            .edit()
            .putString("seal_api_key", SEAL_KEY) ⟪token-in-browser-storage⟫
            .apply()
        return OkHttpClient.Builder()
            .addInterceptor { chain ->
                chain.proceed(
                    chain.request().newBuilder()
                        .header("Accept", "application/json")
                        .header("X-API-Key", SEAL_KEY) ⟪authorized-call-from-client⟫
                        .build(),
                )
            }
            .build()
    }

    @Provides
    fun retrofit(client: OkHttpClient): Retrofit =
        Retrofit.Builder()
            .baseUrl("https://my.sealmetrics.com/api/v1/")
            .client(client)
            .addConverterFactory(MoshiConverterFactory.create())
            .build()
}
