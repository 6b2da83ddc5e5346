package com.acme.insights.seal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("sealmetrics")
public record SealProperties(String baseUrl, String apiToken, String accountId, Duration readTimeout) {

    @Override
    public String toString() {
        return "SealProperties[baseUrl=%s, accountId=%s, apiToken=***]".formatted(baseUrl, accountId);
    }
}
