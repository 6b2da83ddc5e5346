rootProject.name = "lighthouse"

include("seal", "beacon", "warden")
