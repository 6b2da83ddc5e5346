package acme

import org.springframework.boot.context.properties.ConfigurationProperties

@ConfigurationProperties(prefix = "insights")
data class InsightsProperties(val baseUrl: String, val feedToken: String, val wallToken: String)

@ConfigurationProperties(prefix = "crm")
data class CrmProperties(val feedToken: String)
