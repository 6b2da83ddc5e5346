package com.acme.batch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;

public class AcquisitionJob implements Runnable {
    private static final String HOST = "api.sealmetrics.com";
    private static final String BASE = "http://" + HOST + "/v1"; ⟪insecure-endpoint⟫

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String token = System.getenv("SEALMETRICS_API_TOKEN");
    private final RowSink sink;

    public AcquisitionJob(RowSink sink) {
        this.sink = sink;
    }

    @Override
    public void run() {
        LocalDate day = LocalDate.now().minusDays(1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/stats/acquisition?date=" + day))
            .header("Accept", "text/csv")
            .header("Authorization", "Bearer" + token) ⟪malformed-whitespace⟫
            .timeout(Duration.ofSeconds(30))
            .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("acquisition answered " + response.statusCode());
            }
            response.body().lines().skip(1).forEach(sink::accept);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public interface RowSink {
        void accept(String line);
    }
}
