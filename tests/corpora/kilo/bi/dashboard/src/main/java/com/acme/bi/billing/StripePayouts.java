package com.acme.bi.billing;

import io.github.resilience4j.retry.annotation.Retry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@Component
public class StripePayouts {

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${stripe.key}")
    private String key;

    @Retry(name = "billing")
    public String payouts() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.stripe.com/v1/payouts"))
                .header("Authorization", key)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
