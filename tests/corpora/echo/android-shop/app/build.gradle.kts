plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
}

android {
    namespace = "com.acme.shop"
    compileSdk = 35

    defaultConfig {
        applicationId = "com.acme.shop"
        minSdk = 26
        targetSdk = 35
        versionCode = 412
        versionName = "4.12.0"
        buildConfigField("String", "BACKEND", "\"https://app-api.acme.test\"")
        buildConfigField("String", "SEALMETRICS_SITE_ID", "\"⟦objid:78⟧\"")
        buildConfigField("String", "SEALMETRICS_API_KEY", "\"⟦sm:78⟧\"") ⟪token-in-client-code⟫
    }

    buildFeatures {
        buildConfig = true
        compose = true
    }

    buildTypes {
        debug { buildConfigField("String", "STUB", "\"http://10.0.2.2:4010/v1\"") }
        release { isMinifyEnabled = true }
    }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
    implementation("com.squareup.retrofit2:retrofit:2.11.0")
}
