package com.acme.insights.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@Component
public class QuotaProbe {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Value("${sealmetrics.base-url}")
    private String baseUrl;

    @Value("${sealmetrics.api-token}")
    private String token;

    private volatile int remaining = -1;

    @Scheduled(fixedDelayString = "PT10M")
    void quota() throws IOException, InterruptedException {
        HttpRequest request = request("/quota");
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString()); ⟪unhandled-auth-error⟫
        remaining = mapper.readTree(response.body()).path("remaining").asInt();
    }

    public String plan() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request("/plan"), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("plan: HTTP " + response.statusCode());
        }
        return mapper.readTree(response.body()).path("name").asText();
    }

    public int remaining() {
        return remaining;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
    }
}
