package com.acme.reports;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration
public class SealWebClientConfig {
    private static final Logger log = LoggerFactory.getLogger(SealWebClientConfig.class);

    @Bean
    WebClient sealmetrics(
        @Value("${sealmetrics.base-url:https://api.sealmetrics.com/v1}") String baseUrl,
        @Value("${sealmetrics.api.token}") String token,
        @Value("${acme.ca-bundle}") File bundle) {
        if (!baseUrl.startsWith("https://")) {
            throw new IllegalArgumentException("sealmetrics.base-url must begin with https://, not http://");
        }
        log.info("sealmetrics client for {}, token of {} characters", baseUrl, token.length());
        HttpClient http = HttpClient.create().secure(spec -> spec.sslContext(SslContextBuilder.forClient().trustManager(bundle)));
        return WebClient.builder()
            .baseUrl(baseUrl)
            .clientConnector(new ReactorClientHttpConnector(http))
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .build();
    }

    @Bean
    WebClient stub() {
        return WebClient.builder().baseUrl("http://localhost:4010/v1").build();
    }
}
