package rooms

import org.slf4j.LoggerFactory
import org.springframework.boot.context.properties.ConfigurationProperties
import org.springframework.stereotype.Component
import org.springframework.web.reactive.function.client.ClientRequest
import org.springframework.web.reactive.function.client.ExchangeFilterFunction
import org.springframework.web.reactive.function.client.WebClient
import org.springframework.web.reactive.function.client.awaitBody
import reactor.core.publisher.Mono

@ConfigurationProperties("sealmetrics")
data class SealmetricsProperties(val token: String, val baseUrl: String = "https://api.sealmetrics.com/v1")

@Component
class SealGateway(builder: WebClient.Builder, private val properties: SealmetricsProperties) {
    private val log = LoggerFactory.getLogger(javaClass)

    private val client = builder
        .baseUrl(properties.baseUrl)
        .filter(ExchangeFilterFunction.ofRequestProcessor(::authenticate))
        .build()

    private fun authenticate(request: ClientRequest): Mono<ClientRequest> {
        val signed = ClientRequest.from(request)
            .header("Authorization", "Bearer \"${properties.token}\"") ⟪unencodable-token⟫
            .build()
        log.debug("{} {} {}", signed.method(), signed.url(), signed.headers()) ⟪token-in-log⟫
        return Mono.just(signed)
    }

    suspend fun rooms(account: String): String =
        client.get().uri("/accounts/{id}/rooms", account).retrieve().awaitBody()
}
