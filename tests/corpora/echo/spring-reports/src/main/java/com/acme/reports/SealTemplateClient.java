package com.acme.reports;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class SealTemplateClient {
    private static final String URL = "https://my.sealmetrics.com/api/v1/stats/channels?site_id={site}&days={days}";

    private final RestTemplate rest;
    private final String apiKey;

    public SealTemplateClient(RestTemplate rest, @Value("${sealmetrics.api.key}") String apiKey) {
        this.rest = rest;
        this.apiKey = apiKey;
    }

    public List<ChannelRow> channels(String site, int days) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        headers.setBasicAuth(apiKey, ""); ⟪wrong-scheme⟫
        return rest.exchange(URL, HttpMethod.GET, new HttpEntity<>(headers),
            new ParameterizedTypeReference<List<ChannelRow>>() {}, site, days).getBody();
    }

    public List<ChannelRow> internalChannels(String shop) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth("reports", System.getenv("WAREHOUSE_PASSWORD"));
        return rest.exchange("http://warehouse.acme.internal/channels/" + shop, HttpMethod.GET, new HttpEntity<>(headers),
            new ParameterizedTypeReference<List<ChannelRow>>() {}).getBody();
    }

    public record ChannelRow(String channel, long visits, double revenue) {}
}
