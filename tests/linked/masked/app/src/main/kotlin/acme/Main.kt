package acme

fun main() {
    val sealmetricsToken = SealmetricsToken(System.getenv("SEALMETRICS_API_TOKEN"))
    println("started with $sealmetricsToken")
    println("started with ${sealmetricsToken.value}") ⟪token-in-log⟫
}
