package com.acme.seal;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("sealmetrics")
public record SealProperties(String baseUrl, String apiToken, String accountId) {}
