package com.miramar.pms.analytics;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration
public class SealConfiguration {

    private static final String BASE_URL = "https://api.sealmetrics.com/v1";

    @Bean
    RestClient sealRestClient(RestClient.Builder builder, @Value("${sealmetrics.api.token}") String token) {
        return builder
                .baseUrl(BASE_URL)
                .defaultHeader(HttpHeaders.ACCEPT, "application/json")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer  " + token) ⟪malformed-whitespace⟫
                .build();
    }

    @Bean
    WebClient sealWebClient(WebClient.Builder builder, @Value("${sealmetrics.api.token}") String token)
            throws SSLException {
        SslContext ssl = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE) ⟪unverified-tls⟫
                .build();
        HttpClient http = HttpClient.create()
                .responseTimeout(Duration.ofSeconds(10))
                .secure(spec -> spec.sslContext(ssl));
        return builder
                .baseUrl(BASE_URL)
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }
}
