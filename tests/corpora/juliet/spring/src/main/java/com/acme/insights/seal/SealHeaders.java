package com.acme.insights.seal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import java.util.List;

final class SealHeaders {
    private SealHeaders() {
    }

    static HttpHeaders bearer(String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Bearer " + token);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return headers;
    }

    static HttpHeaders with(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return headers;
    }
}
