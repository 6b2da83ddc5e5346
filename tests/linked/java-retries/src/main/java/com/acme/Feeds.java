package com.acme;

import java.time.Duration;
import java.util.function.Supplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import reactor.core.publisher.Mono;

class Feeds {
    private static final Logger log = LoggerFactory.getLogger(Feeds.class);
    private static final String BASE = "https://api.sealmetrics.com/v1";
    private static final String BEARER = "Bearer " + System.getenv("SEALMETRICS_TOKEN");
    private final RestTemplate rest = new RestTemplateBuilder().defaultHeader("Authorization", BEARER).build();
    private final WebClient web = WebClient.builder().baseUrl(BASE).defaultHeader("Authorization", BEARER).build();
    private final RestClient client = RestClient.builder().baseUrl(BASE).defaultHeader("Authorization", BEARER).build();

    private final RetryTemplate eager = RetryTemplate.builder()
        .maxAttempts(5)
        .fixedBackoff(300) ⟪retry-without-backoff⟫
        .retryOn(RestClientException.class) ⟪retry-on-auth-error⟫
        .build();
    private final RetryTemplate patient = RetryTemplate.builder()
        .maxAttempts(5)
        .exponentialBackoff(1000, 2, 30000)
        .retryOn(HttpServerErrorException.class)
        .build();

    String a() { return eager.execute(context -> rest.getForObject(BASE + "/a", String.class)); }
    String b() { return patient.execute(context -> rest.getForObject(BASE + "/b", String.class)); }

    Mono<String> c() {
        return web.get().uri("/c").retrieve().bodyToMono(String.class)
            .retryWhen(reactor.util.retry.Retry.fixedDelay(5, Duration.ofMillis(200)) ⟪retry-on-auth-error, retry-without-backoff⟫
            );
    }

    Mono<String> d() {
        return web.get().uri("/d").retrieve().bodyToMono(String.class)
            .retryWhen(reactor.util.retry.Retry.backoff(5, Duration.ofSeconds(1))
                .filter(e -> e instanceof WebClientResponseException.TooManyRequests));
    }

    String e() {
        RetryPolicy<String> policy = RetryPolicy.<String>builder()
            .handle(Exception.class) ⟪retry-on-auth-error⟫
            .withDelay(Duration.ofMillis(200)) ⟪retry-without-backoff⟫
            .withMaxRetries(5)
            .build();
        return Failsafe.with(policy).get(() -> rest.getForObject(BASE + "/e", String.class));
    }

    String f() {
        RetryPolicy<String> policy = RetryPolicy.<String>builder()
            .handle(HttpServerErrorException.class, HttpClientErrorException.TooManyRequests.class)
            .withBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .withMaxRetries(5)
            .build();
        return Failsafe.with(policy).get(() -> rest.getForObject(BASE + "/f", String.class));
    }

    Mono<String> i() {
        return web.get().uri("/i").exchangeToMono(response ->
            response.statusCode().is2xxSuccessful() ? response.bodyToMono(String.class) : response.createError());
    }
}
