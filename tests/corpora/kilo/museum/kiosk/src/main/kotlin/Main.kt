package museum.kiosk

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import kotlinx.coroutines.runBlocking

private val keyFile = Path.of(System.getenv("SEALMETRICS_API_KEY_FILE") ?: "/run/secrets/seal_key")

fun main() = runBlocking {
    val statistics = Statistics(Files.readString(keyFile))
    val gate = Gate()
    for (room in statistics.rooms(LocalDate.now().minusDays(1).toString())) {
        println("%-30s %6d".format(room.name, room.visits))
    }
    println("inside now: ${gate.count()}")
}
