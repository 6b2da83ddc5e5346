package com.acme.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://api.sealmetrics.com/v1", "http://app.sealmetrics.com/api"})
    void refusesPlainHttp(String url) {
        assertThrows(IllegalArgumentException.class, () -> new SealUrl(url));
    }

    @Test
    void keepsHttps() {
        assertEquals("https://api.sealmetrics.com/v1/sites", new SealUrl("https://api.sealmetrics.com/v1").resolve("sites"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearerxxxx", "Bearer  xxxx", "Basic xxxx", "xxxx"})
    void refusesOtherHeaders(String header) {
        assertThrows(IllegalArgumentException.class, () -> SealUrl.checkHeader(header));
    }
}
