package com.acme;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class InsightsClient {

    private final RestTemplate rest;
    private final Environment env;
    private final String baseUrl;
    private final String token;

    @Value("${insights.report-token}")
    private String reportToken;

    @Value("${insights.vaulted-token}")
    private String vaultedToken;

    @Value("${insights.full-header}")
    private String header;

    public InsightsClient(RestTemplate rest, Environment env, @Value("${insights.base-url}") String baseUrl, @Value("${insights.feedToken}") String token) {
        this.rest = rest;
        this.env = env;
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public String feed() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + token);
        return rest.exchange(baseUrl + "/stats/feed", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }

    public String report() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + reportToken);
        return rest.exchange(baseUrl + "/stats/report", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }

    public String vaulted() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + vaultedToken);
        return rest.exchange(baseUrl + "/stats/vaulted", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }

    public String whole() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", header);
        return rest.exchange(baseUrl + "/stats/whole", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }

    public String twice() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + header); ⟪duplicate-scheme⟫
        return rest.exchange(baseUrl + "/stats/twice", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }

    public String legacy() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-API-Key", env.getProperty("insights.legacy.api-key"));
        return rest.exchange(env.getRequiredProperty("insights.legacy.endpoint") + "/report", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
    }
}
