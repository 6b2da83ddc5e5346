package farm

fun harvest(): List<String> {
    val crops = SealClient(Settings.CROP_KEY).get("stats/crops")
    val fields = SealClient(token = Settings.token).get("stats/fields")
    val barns = SealClient(token = "\"${Settings.token}\"").get("stats/barns") ⟪unencodable-token⟫
    return listOf(crops, fields, barns)
}
