package io.acme.billing.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

@Configuration
public class SealConfig {

    @Value("${sealmetrics.base-url:https://my.sealmetrics.com/api/v1}")
    private String baseUrl;

    @Bean
    RestClient sealRestClient(RestClient.Builder builder, @Value("${sealmetrics.api-key}") String apiKey) {
        return builder.baseUrl(baseUrl).defaultHeader("X-API-Key", apiKey.strip()).build();
    }

    @Bean
    RestTemplate legacySeal(
            RestTemplateBuilder builder,
            @Value("${sealmetrics.legacy-url:http://app.sealmetrics.com/api}") String legacyUrl, ⟪insecure-endpoint⟫
            @Value("${sealmetrics.legacy-token:⟦opaque64:jv1⟧}") String token) { ⟪hardcoded-token⟫
        return builder
                .rootUri(legacyUrl)
                .additionalInterceptors((request, body, execution) -> {
                    request.getHeaders().set("Authorization", token); ⟪missing-bearer-scheme⟫
                    return execution.execute(request, body);
                })
                .build();
    }
}
