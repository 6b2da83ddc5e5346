plugins {
    id("com.android.application")
    kotlin("android")
}

android {
    namespace = "aero.nordflug.app"
    compileSdk = 34

    defaultConfig {
        applicationId = "aero.nordflug.app"
        minSdk = 26
        targetSdk = 34
        versionCode = 412
        versionName = "8.3.0"
        buildConfigField("String", "API_ROOT", "\"https://api.nordflug.example\"")
        buildConfigField("String", "SEALMETRICS_SITE_ID", "\"nordflug-app\"")
    }

    buildTypes {
        debug {
            buildConfigField("String", "SEALMETRICS_TOKEN", "\"⟦smlive:1⟧\"") ⟪token-in-client-code⟫
        }
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    buildFeatures {
        buildConfig = true
    }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp:4.12.0")
    implementation("androidx.security:security-crypto:1.1.0-alpha06")
}
