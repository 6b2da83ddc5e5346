package com.acme;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Stats {
    private static final Logger log = LoggerFactory.getLogger(Stats.class);
    private final OkHttpClient eager = new OkHttpClient.Builder().addInterceptor(new Retrying()).build();
    private final OkHttpClient patient = new OkHttpClient.Builder().addInterceptor(new Patient()).build();
    private final String token = System.getenv("SEALMETRICS_TOKEN");

    String pages() throws IOException {
        Request request = new Request.Builder().url("https://api.sealmetrics.com/v1/pages").header("Authorization", "Bearer " + token).build();
        try (Response response = eager.newCall(request).execute()) {
            log.info("pages {}", response.code());
            if (!response.isSuccessful()) throw new IOException("pages");
            return response.body().string();
        }
    }

    String goals() throws IOException {
        Request request = new Request.Builder().url("https://api.sealmetrics.com/v1/goals").header("Authorization", "Bearer " + token).build();
        try (Response response = patient.newCall(request).execute()) {
            if (!response.isSuccessful()) throw new IOException("goals");
            return response.body().string();
        }
    }
}
