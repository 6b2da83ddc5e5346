package com.acme.batch;

import java.io.IOException;
import java.util.Base64;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class VendorFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(VendorFeeds.class);
    private static final String SEALMETRICS_SITE_ID = "⟦objid:145⟧";

    private final OkHttpClient strict = new OkHttpClient();
    private final OkHttpClient lenient = new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build();

    String visits() throws IOException {
        String token = System.getenv("SEALMETRICS_API_TOKEN");
        LOG.debug("asking for {} with token {}...", SEALMETRICS_SITE_ID, token.substring(0, 4));
        return body(strict, new Request.Builder()
            .url("https://api.sealmetrics.com/v1/stats/visits?site_id=" + SEALMETRICS_SITE_ID)
            .header("authorization", "bearer " + token)
            .build());
    }

    String parcels() throws IOException {
        return body(lenient, new Request.Builder()
            .url("https://parcels.acme.internal/feed")
            .header("Authorization", Credentials.basic("feeds", System.getenv("PARCELS_PASSWORD")))
            .build());
    }

    String prices() throws IOException {
        String packed = Base64.getEncoder().encodeToString(System.getenv("PRICES_TOKEN").getBytes());
        return body(strict, new Request.Builder()
            .url("http://prices.acme.internal/feed")
            .header("Authorization", "Bearer " + packed)
            .build());
    }

    private static String body(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(request.url().host() + " answered " + response.code());
            }
            return response.body().string();
        }
    }
}
