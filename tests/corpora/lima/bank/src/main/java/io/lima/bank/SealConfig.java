package io.lima.bank;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration
public class SealConfig {
    @Bean
    RestClient sealmetricsClient(SealProperties properties) {
        return RestClient.builder()
            .baseUrl(properties.baseUrl())
            .defaultHeader("Authorization", properties.token()) ⟪missing-bearer-scheme⟫
            .build();
    }
}
