plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.hilt)
}

android {
    namespace = "com.miramar.guest"
    compileSdk = 35

    defaultConfig {
        applicationId = "com.miramar.guest"
        minSdk = 26
        targetSdk = 35
        versionCode = 214
        versionName = "7.3.0"
        buildConfigField("String", "API_BASE", "\"https://guest.miramar.example/api/\"")
        buildConfigField("String", "SEALMETRICS_SITE_ID", "\"⟦objid:kt02⟧\"")
        buildConfigField("String", "SEALMETRICS_API_KEY", "\"⟦sm:kt02⟧\"") ⟪token-in-client-code⟫
    }

    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    buildFeatures {
        buildConfig = true
        compose = true
    }
}
