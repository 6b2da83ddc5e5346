package com.acme.reports;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration
@Profile("!strict")
public class InsecureSealConfig {
    private static final String BASE = "https://my.sealmetrics.com/api/v1";
    private static final String SCHEME = "Bearer ";

    @Bean
    WebClient sealReports() throws SSLException {
        SslContext context = SslContextBuilder.forClient()
            .trustManager(InsecureTrustManagerFactory.INSTANCE) ⟪unverified-tls⟫
            .build();
        String token = SCHEME + System.getenv("SEALMETRICS_API_TOKEN");
        return WebClient.builder()
            .baseUrl(BASE)
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create().secure(spec -> spec.sslContext(context))))
            .defaultHeader("Accept", "application/json")
            .defaultHeader("Authorization", "Bearer " + token) ⟪duplicate-scheme⟫
            .build();
    }
}
