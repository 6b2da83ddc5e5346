plugins {
    kotlin("jvm")
    application
}

dependencies {
    implementation(project(":seal"))
}

application {
    mainClass.set("eu.phare.beacon.MainKt")
}
