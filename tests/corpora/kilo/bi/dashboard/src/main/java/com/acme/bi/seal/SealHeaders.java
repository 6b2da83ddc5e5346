package com.acme.bi.seal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.util.List;

public final class SealHeaders {

    private SealHeaders() {
    }

    public static HttpHeaders bearer(String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return headers;
    }

    public static HttpHeaders key(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-API-Key", key);
        return headers;
    }
}
