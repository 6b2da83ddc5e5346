package com.miramar.pms.analytics;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WireMockTest(httpsEnabled = true)
class AccountsReaderTest {

    @TempDir Path directory;

    private Path token(String value) throws Exception {
        return Files.writeString(directory.resolve("token"), value);
    }

    @Test
    void refusesPlainHttp() throws Exception {
        Path token = token("test-token");
        assertThrows(
                IllegalArgumentException.class,
                () -> new AccountsReader("http://api.sealmetrics.com/v1", token));
    }

    @Test
    void trimsTheToken(WireMockRuntimeInfo server) throws Exception {
        stubFor(get(urlEqualTo("/accounts"))
                .withHeader("Authorization", equalTo("Bearer test-token"))
                .willReturn(okJson("{\"data\": []}")));
        new AccountsReader("https://localhost:" + server.getHttpsPort(), token("test-token\n")).accounts();
    }
}
