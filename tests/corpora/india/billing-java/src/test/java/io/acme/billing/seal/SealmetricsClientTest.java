package io.acme.billing.seal;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealmetricsClientTest {

    private final String token = UUID.randomUUID().toString();

    @Test
    void sendsTheBearer() {
        stubFor(get("/v1/accounts").withHeader("Authorization", equalTo("Bearer " + token)).willReturn(okJson("[]")));
        assertEquals(0, new AccountsApi("http://localhost:8089/v1", token).list().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer  x", "Bearer: x", "Basic x"})
    void refusesMalformedHeaders(String header) {
        assertThrows(IllegalArgumentException.class, () -> Headers.check("Authorization", header));
    }

    @Test
    void refusesPlainHttp() {
        assertThrows(IllegalArgumentException.class, () -> new AccountsApi("http://api.sealmetrics.com/v1", token));
    }
}
