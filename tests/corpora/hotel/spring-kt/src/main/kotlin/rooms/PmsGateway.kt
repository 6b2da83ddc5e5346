package rooms

import org.springframework.boot.web.client.RestTemplateBuilder
import org.springframework.http.HttpHeaders
import org.springframework.stereotype.Component
import org.springframework.web.client.RestTemplate
import org.springframework.web.util.UriComponentsBuilder

private const val PMS_KEY = "⟦opaque:kt35⟧"

/** The property management system: plain, on the hotel's LAN. The analytics live in [SealGateway]. */
@Component
class PmsGateway(builder: RestTemplateBuilder) {
    private val rest: RestTemplate = builder
        .defaultHeader(HttpHeaders.AUTHORIZATION, PMS_KEY)
        .defaultHeader("X-Auth-Token", PMS_KEY)
        .build()

    fun roomsFree(day: String): Int {
        val uri = UriComponentsBuilder.newInstance()
            .scheme("http")
            .host("pms.lan")
            .path("/api/rooms/free")
            .queryParam("day", day)
            .queryParam("api_key", PMS_KEY)
            .build()
            .toUri()
        return rest.getForObject(uri, Array<String>::class.java)?.size ?: 0
    }
}
