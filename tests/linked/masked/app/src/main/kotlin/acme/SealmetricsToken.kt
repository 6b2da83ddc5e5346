package acme

@JvmInline
value class SealmetricsToken(val value: String) {
    override fun toString() = "SealmetricsToken(***)"
}
