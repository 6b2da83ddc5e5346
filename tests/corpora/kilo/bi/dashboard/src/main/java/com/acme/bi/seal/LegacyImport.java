package com.acme.bi.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@Service
public class LegacyImport {

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${sealmetrics.legacy-url}")
    private String legacyUrl;

    @Value("${sealmetrics.key}")
    private String key;

    public String month(String account, String month) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create(legacyUrl + "/report/conversions?account_id=" + account + "&month=" + month))
                .header("Authorization", "Token " + key) ⟪wrong-scheme⟫
                .GET()
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString()); ⟪unhandled-auth-error⟫
        return response.body();
    }

    public int sites() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create("https://my.sealmetrics.com/api/v1/sites"))
                .header("X-API-Key", key)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("sites: " + response.statusCode());
        }
        return response.body().split("\"site_id\"").length - 1;
    }
}
