package com.acme.exporter

object Settings {
    const val ENDPOINT = "https://api.sealmetrics.com/v1"
    const val FEED = "⟦opaque:1⟧" ⟪hardcoded-token,shared-token⟫
    const val SITE = "acme-bi"

    val rowsPerFile: Int = System.getenv("ROWS_PER_FILE")?.toInt() ?: 50_000
    val operator: String get() = requireNotNull(System.getenv("SEALMETRICS_API_TOKEN")).trim()
    val issuing = Issuing(scopes = listOf("read:analytics", "read:accounts"), days = 180) ⟪unbounded-token-lifetime⟫
}

data class Issuing(val scopes: List<String>, val days: Int)
