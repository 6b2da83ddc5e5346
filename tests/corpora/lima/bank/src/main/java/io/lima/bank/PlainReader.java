package io.lima.bank;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class PlainReader {
    private final HttpClient http = HttpClient.newHttpClient();
    private final SealProperties properties;

    public PlainReader(SealProperties properties) {
        this.properties = properties;
    }

    public String sites() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(properties.baseUrl() + "/sites"))
            .header("Authorization", "Bearer " + properties.token())
            .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString()); ⟪unhandled-auth-error⟫
        return response.body();
    }

    public String pages() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(properties.baseUrl() + "/pages"))
            .header("Authorization", "Bearer " + properties.token())
            .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("pages answered " + response.statusCode());
        }
        return response.body();
    }
}
