package com.miramar.pms.analytics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads the accounts. An {@code http://api.sealmetrics.com} address is refused. */
public final class AccountsReader {

    private static final String DEFAULT_BASE = "https://api.sealmetrics.com/v1";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Path tokenFile;

    public AccountsReader(String base, Path tokenFile) {
        this.base = URI.create(base == null ? DEFAULT_BASE : base);
        this.tokenFile = tokenFile;
        if (!"https".equals(this.base.getScheme())) {
            throw new IllegalArgumentException("not https: " + this.base.getHost());
        }
    }

    public String accounts() throws IOException, InterruptedException {
        String token = Files.readString(tokenFile).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/accounts"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("accounts answered " + response.statusCode());
        }
        return response.body();
    }
}
