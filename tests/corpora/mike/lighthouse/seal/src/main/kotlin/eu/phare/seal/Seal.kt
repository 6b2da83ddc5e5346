package eu.phare.seal

import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.plugins.ClientRequestException
import io.ktor.client.request.get
import io.ktor.client.request.parameter
import io.ktor.http.HttpStatusCode
import kotlinx.serialization.Serializable
import org.slf4j.LoggerFactory

@Serializable
data class PageVisits(val path: String, val visits: Long)

@Serializable
data class Pages(val data: List<PageVisits>)

class Seal(private val http: HttpClient, private val site: String) {

    private val log = LoggerFactory.getLogger(Seal::class.java)

    suspend fun pages(prefix: String): List<PageVisits> =
        try {
            http.get("stats/pages") {
                parameter("site_id", site)
                parameter("prefix", prefix)
            }.body<Pages>().data
        } catch (e: ClientRequestException) {
            when (e.response.status) {
                HttpStatusCode.Unauthorized -> log.error("the analytics token is not valid")
                HttpStatusCode.Forbidden -> log.error("the analytics token lacks a scope")
                else -> log.warn("analytics: {}", e.response.status)
            }
            emptyList()
        }
}
