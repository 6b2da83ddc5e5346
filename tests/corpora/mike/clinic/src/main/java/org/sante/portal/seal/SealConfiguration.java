package org.sante.portal.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration
public class SealConfiguration {

    @Value("${sealmetrics.base-url}")
    private String baseUrl;

    @Value("${sealmetrics.token}")
    private String token;

    /** Used for the reads; 4xx and 5xx become exceptions. */
    @Bean
    RestClient sealClient(RestClient.Builder builder) {
        return builder
                .baseUrl(baseUrl)
                .defaultHeaders(headers -> SealHeaders.authorize(headers, token))
                .build();
    }

    /** The export has its own client because of its long answers. */
    @Bean
    RestClient sealExportClient(RestClient.Builder builder) {
        return builder
                .baseUrl(baseUrl)
                .defaultHeader(SealHeaders.NAME, token) ⟪missing-bearer-scheme⟫
                .defaultHeader("Accept", "text/csv")
                .build();
    }
}
