plugins {
    kotlin("jvm") version "2.0.0"
    application
}

repositories { mavenCentral() }

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
    implementation("io.github.resilience4j:resilience4j-retry:2.2.0")
    implementation("com.typesafe:config:1.4.3")
}

application { mainClass.set("io.moss.MainKt") }
