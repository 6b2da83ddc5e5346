package bridge

import okhttp3.OkHttpClient
import retrofit2.Retrofit
import retrofit2.converter.moshi.MoshiConverterFactory
import retrofit2.http.GET
import retrofit2.http.Headers
import retrofit2.http.Query
import java.time.Duration
import java.time.LocalDate

data class LegacyReport(val visits: Long, val pages: Map<String, Long>)

interface LegacyApi {
    @Headers("Accept: application/json")
    @GET("report/pages")
    suspend fun pages(
        @Query("account_id") accountId: String,
        @Query("date") date: LocalDate,
        @Query("token") sealmetricsToken: String, ⟪token-in-url⟫
    ): LegacyReport
}

fun legacyApi(): LegacyApi =
    Retrofit.Builder()
        .baseUrl("https://app.sealmetrics.com/api/")
        .client(OkHttpClient.Builder().callTimeout(Duration.ofSeconds(30)).build())
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(LegacyApi::class.java)
