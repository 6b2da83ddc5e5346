plugins {
    kotlin("jvm")
    kotlin("plugin.serialization")
}

dependencies {
    api("io.ktor:ktor-client-java:2.3.12")
    implementation("io.ktor:ktor-client-auth:2.3.12")
    implementation("io.ktor:ktor-client-content-negotiation:2.3.12")
}
