package farm

object Settings {
    const val BASE_URL = "https://my.sealmetrics.com/api/v1"
    const val GATEWAY = "http://gateway.farm.internal:9000"
    const val CROP_KEY = "⟦sm:15⟧" ⟪hardcoded-token⟫
    val token: String get() = System.getenv("SEALMETRICS_API_TOKEN")
}
