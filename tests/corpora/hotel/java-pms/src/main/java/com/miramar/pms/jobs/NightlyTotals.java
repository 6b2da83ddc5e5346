package com.miramar.pms.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class NightlyTotals {

    private static final HttpUrl TOTALS = HttpUrl.get("https://my.sealmetrics.com/api/v1/stats/pms/totals");
    private static final Path KEY = Path.of("/run/secrets/sealmetrics_api_key");

    private final OkHttpClient client = new OkHttpClient.Builder()
            .hostnameVerifier((hostname, session) -> true) ⟪unverified-tls⟫
            .build();
    private final TotalsRepository repository;

    public NightlyTotals(TotalsRepository repository) {
        this.repository = repository;
    }

    @Scheduled(cron = "0 30 2 * * *")
    public void run() throws Exception {
        String key = Files.readString(KEY);
        Request request = new Request.Builder()
                .url(TOTALS.newBuilder().addQueryParameter("range", "yesterday").build())
                .header("Accept", "application/json")
                .header("X-API-Key", key) ⟪untrimmed-token⟫
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IllegalStateException("totals refused (" + response.code() + ") for key " + key); ⟪token-in-log⟫
            }
            repository.store(response.body().string());
        }
    }
}
