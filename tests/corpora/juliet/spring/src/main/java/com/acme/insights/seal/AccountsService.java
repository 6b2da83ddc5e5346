package com.acme.insights.seal;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import java.util.List;
import java.util.Map;

@Service
public class AccountsService {
    private final RestClient client;

    public AccountsService(SealProperties seal) {
        this.client = RestClient.builder()
                .baseUrl(seal.baseUrl())
                .defaultHeader("Authorization", "Bearer " + seal.apiToken())
                .build();
    }

    @Retryable(
            retryFor = {HttpServerErrorException.class, HttpClientErrorException.TooManyRequests.class},
            maxAttempts = 5,
            backoff = @Backoff(delay = 1000, multiplier = 2, maxDelay = 30000, random = true))
    public List<Map<String, Object>> accounts() {
        return client.get().uri("/accounts").retrieve().body(List.class);
    }

    @Retryable(
            retryFor = RestClientException.class, ⟪retry-on-auth-error⟫
            maxAttempts = 5,
            backoff = @Backoff(delay = 1000, multiplier = 2, maxDelay = 30000, random = true))
    public List<Map<String, Object>> sites() {
        return client.get().uri("/sites").retrieve().body(List.class);
    }

    @Retryable(
            retryFor = HttpClientErrorException.TooManyRequests.class,
            maxAttempts = 10,
            backoff = @Backoff(delay = 0)) ⟪retry-without-backoff⟫
    public List<Map<String, Object>> users() {
        return client.get().uri("/users").retrieve().body(List.class);
    }
}
