package com.acme.bi.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@Service
public class SegmentService {

    private final RestTemplate rest;
    private final String endpoint;
    private final String key;

    public SegmentService(RestTemplate rest, @Value("${analytics.endpoint}") String endpoint,
                          @Value("${sealmetrics.key}") String key) {
        this.rest = rest;
        this.endpoint = endpoint;
        this.key = key;
    }

    @Retryable(retryFor = {HttpClientErrorException.TooManyRequests.class, HttpServerErrorException.class},
            maxAttempts = 5, backoff = @Backoff(delay = 1000, multiplier = 2, maxDelay = 30000, random = true))
    public String segments(String site) {
        return fetch("/segments?site_id=" + site);
    }

    @Retryable(retryFor = RestClientException.class, maxAttempts = 4, backoff = @Backoff(delay = 2000, multiplier = 2)) ⟪retry-on-auth-error⟫
    public String devices(String site) {
        return fetch("/stats/devices?site_id=" + site);
    }

    private String fetch(String path) {
        HttpEntity<Void> entity = new HttpEntity<>(SealHeaders.key(key));
        return rest.exchange(endpoint + path, HttpMethod.GET, entity, String.class).getBody();
    }
}
