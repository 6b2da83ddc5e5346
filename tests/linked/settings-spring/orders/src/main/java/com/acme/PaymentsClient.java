package com.acme;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;

public class PaymentsClient {

    @Value("${payments.base-url}")
    private String baseUrl;

    @Value("${payments.feed-token}")
    private String token;

    public String balance(RestTemplate rest) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + token);
        return rest.exchange(baseUrl + "/balance", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }
}
