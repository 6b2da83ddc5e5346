package a

import org.springframework.beans.factory.annotation.Value
import org.springframework.stereotype.Service
import org.springframework.web.client.RestClient

@Service
class Client(@Value("\${insights.url}") private val url: String, @Value("\${insights.token}") private val token: String) {
    fun feed(): String? = RestClient.create().get().uri("$url/stats/feed").header("Authorization", token).retrieve().body(String::class.java) ⟪missing-bearer-scheme⟫
}
