package com.acme.batch;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public final class SealOkHttp {
    private static final String ROOT = "https://my.sealmetrics.com/api/v1";
    private static final String ACCESS = "⟦sm:67⟧"; ⟪hardcoded-token⟫

    private final OkHttpClient client = new OkHttpClient.Builder()
        .callTimeout(20, TimeUnit.SECONDS)
        .hostnameVerifier((host, session) -> true) ⟪unverified-tls⟫
        .addInterceptor(chain -> chain.proceed(chain.request().newBuilder()
            .header("X-API-Key", ACCESS)
            .header("Accept", "application/json")
            .build()))
        .build();

    public String sites() throws IOException {
        return body(ROOT + "/sites");
    }

    public String segment(String site, String name) throws IOException {
        return body(ROOT + "/sites/" + site + "/segments/" + name);
    }

    private String body(String url) throws IOException {
        try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(url + " answered " + response.code());
            }
            return response.body().string();
        }
    }
}
