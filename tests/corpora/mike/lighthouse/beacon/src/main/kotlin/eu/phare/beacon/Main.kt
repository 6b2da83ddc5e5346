package eu.phare.beacon

import eu.phare.seal.Seal
import eu.phare.seal.SealConfig
import eu.phare.seal.sealHttp
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import org.slf4j.LoggerFactory
import kotlin.time.Duration.Companion.minutes

private val log = LoggerFactory.getLogger("beacon")

fun main() = runBlocking {
    val config = SealConfig.fromEnvironment()
    log.info("starting with {}", config)
    val seal = Seal(sealHttp(config), config.site)
    val lamp = Lamp(System.getenv("LAMP_URL") ?: "http://lamp.phare.lan")
    while (true) {
        val visits = seal.pages("/visit").sumOf { it.visits }
        lamp.brightness(if (visits > 500) 100 else 60)
        delay(10.minutes)
    }
}
