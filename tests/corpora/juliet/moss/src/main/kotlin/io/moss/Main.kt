package io.moss

import com.typesafe.config.ConfigFactory
import io.moss.seal.SealClient
import io.moss.seal.SealException
import io.moss.slack.Slack
import kotlin.system.exitProcess

fun main() {
    val config = ConfigFactory.load()
    val seal = SealClient(config)
    try {
        val today = seal.get("/stats/today?account_id=" + config.getString("sealmetrics.account-id"))
        Slack(config).say("Today so far: $today")
    } catch (e: SealException) {
        System.err.println("sealmetrics: ${e.message}")
        exitProcess(if (e.status == 401 || e.status == 403) 2 else 1)
    }
}
