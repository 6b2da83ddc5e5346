rootProject.name = "insights"
