package com.acme.seal;

import org.springframework.http.HttpHeaders;

public final class Headers {
    public static HttpHeaders with(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }
}
