package com.acme;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;

public class Reports {

    @Value("${insights.base-url}")
    private String baseUrl;

    @Value("${insights.feed-token}")
    private String token;

    public String load(RestTemplate rest) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + token);
        return rest.exchange(baseUrl + "/report", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }
}
