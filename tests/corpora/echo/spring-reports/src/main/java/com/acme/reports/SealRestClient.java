package com.acme.reports;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class SealRestClient {
    private final RestClient seal;
    private final RestClient pricing;

    public SealRestClient(
        RestClient.Builder builder,
        @Value("${sealmetrics.base-url:https://my.sealmetrics.com/api/v1}") String baseUrl,
        @Value("${sealmetrics.api.token}") String token,
        @Value("${pricing.token}") String pricingToken) {
        this.seal = builder.clone()
            .baseUrl(baseUrl)
            .defaultHeaders(headers -> headers.setBearerAuth(token))
            .build();
        this.pricing = builder.clone()
            .baseUrl("http://pricing.acme.internal")
            .defaultHeader(HttpHeaders.AUTHORIZATION, pricingToken)
            .build();
    }

    public List<Product> products(String site) {
        return seal.get().uri("/stats/products?site_id={site}", site).retrieve().body(new ParameterizedTypeReference<>() {});
    }

    public List<Price> prices() {
        return pricing.get().uri("/prices").retrieve().body(new ParameterizedTypeReference<>() {});
    }

    public record Product(String sku, long views) {}

    public record Price(String sku, double amount) {}
}
