package com.miramar.pms.analytics;

import java.net.URI;
import java.time.LocalDate;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the addresses of the analytics API and of the PMS. */
public final class UriFactory {

    private static final String SEAL_HOST = "api.sealmetrics.com";
    private static final String PMS_HOST = "pms.lan";

    private UriFactory() {}

    public static URI totals(String account, LocalDate day) {
        return UriComponentsBuilder.newInstance()
                .scheme("http") ⟪insecure-endpoint⟫
                .host(SEAL_HOST)
                .pathSegment("v1", "accounts", account, "totals")
                .queryParam("date", day)
                .build()
                .toUri();
    }

    public static URI stays(LocalDate day) {
        return UriComponentsBuilder.newInstance()
                .scheme("http")
                .host(PMS_HOST)
                .port(8080)
                .path("/api/stays")
                .queryParam("date", day)
                .build()
                .toUri();
    }
}
