package org.sante.gateway

import kotlinx.coroutines.runBlocking
import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("gateway")

fun main() = runBlocking {
    val gateway = SealGateway(System.getenv("SEALMETRICS_GATEWAY_TOKEN") ?: error("SEALMETRICS_GATEWAY_TOKEN is not set"))
    for (site in listOf("clinique-des-pins", "clinique-du-port")) {
        log.info("{}: {} visitors", site, gateway.live(site))
    }
}
