plugins {
    id("com.android.application")
    kotlin("android")
}

android {
    namespace = "io.acme.insights"
    compileSdk = 35

    defaultConfig {
        applicationId = "io.acme.insights"
        minSdk = 26
        versionCode = 41
        versionName = "2.4.0"
        buildConfigField("String", "SEALMETRICS_ACCOUNT_ID", "\"acme-corp\"")
        buildConfigField("String", "SEALMETRICS_API_KEY", "\"⟦sm:grd1⟧\"") ⟪token-in-client-code⟫
    }
    buildFeatures { buildConfig = true }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
    implementation("androidx.security:security-crypto:1.1.0-alpha06")
}
