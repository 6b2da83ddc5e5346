package io.acme.billing.seal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class SealmetricsClient {

    private static final Logger LOG = LoggerFactory.getLogger(SealmetricsClient.class);
    private static final String BASE = "https://api.sealmetrics.com/v1";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String token;

    public SealmetricsClient(String token) {
        this.token = token;
    }

    public String usage(String site) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/sites/" + site + "/usage"))
                .header("Authorization", String.format("Bearer  %s", token)) ⟪malformed-whitespace⟫
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        LOG.debug("requesting {} with headers {}", request.uri(), request.headers()); ⟪token-in-log⟫

        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 401) {
            throw new IllegalStateException("Sealmetrics rejected token " + token); ⟪token-in-log⟫
        }
        if (response.statusCode() != 200) {
            throw new IOException("usage: " + response.statusCode());
        }
        return response.body();
    }
}
