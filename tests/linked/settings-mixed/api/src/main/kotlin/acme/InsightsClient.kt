package acme

import org.springframework.stereotype.Service
import org.springframework.web.client.RestClient

@Service
class InsightsClient(private val insights: InsightsProperties, private val crm: CrmProperties) {
    private val rest = RestClient.create()

    fun feed(): String? = rest.get().uri(insights.baseUrl + "/stats/feed").header("Authorization", "Bearer ${insights.feedToken}").retrieve().body(String::class.java)

    fun wall(): String? = rest.get().uri(insights.baseUrl + "/stats/wall").header("Authorization", insights.wallToken).retrieve().body(String::class.java) ⟪missing-bearer-scheme⟫

    fun crm(): String? = rest.get().uri("https://crm.internal/api").header("Authorization", "Bearer ${crm.feedToken}").retrieve().body(String::class.java)
}
