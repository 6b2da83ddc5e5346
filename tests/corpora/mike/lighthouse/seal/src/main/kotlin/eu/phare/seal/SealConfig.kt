package eu.phare.seal

import java.net.URI
import java.nio.file.Files
import java.nio.file.Path

data class SealConfig(
    val site: String,
    val base: URI = URI("https://api.sealmetrics.com/v1"),
    val token: () -> String,
) {
    init {
        require(base.scheme == "https") { "${base.scheme} is not accepted" }
    }

    override fun toString() = "SealConfig(site=$site, base=$base, token=***)"

    companion object {
        fun fromEnvironment(env: Map<String, String> = System.getenv()): SealConfig {
            val file = env["SEALMETRICS_API_TOKEN_FILE"]?.let(Path::of)
            return SealConfig(
                site = env["SEALMETRICS_SITE_ID"] ?: "phare-du-nord",
                base = URI(env["SEALMETRICS_BASE_URL"] ?: "https://api.sealmetrics.com/v1"),
                token = { if (file != null) Files.readString(file).trim() else env.getValue("SEALMETRICS_API_TOKEN") },
            )
        }
    }
}
