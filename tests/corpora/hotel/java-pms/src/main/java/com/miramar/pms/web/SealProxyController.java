package com.miramar.pms.web;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.server.ResponseStatusException;

@RestController
class SealProxyController {

    private static final Logger LOG = LoggerFactory.getLogger(SealProxyController.class);

    private final RestClient seal;

    SealProxyController(RestClient.Builder builder, SealCredentials sealmetrics) {
        this.seal = builder
                .baseUrl("https://api.sealmetrics.com/v1")
                .defaultHeaders(headers -> headers.setBearerAuth(sealmetrics.token()))
                .build();
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping(path = "/api/totals/{account}", produces = MediaType.APPLICATION_JSON_VALUE)
    String totals(@PathVariable String account, HttpServletResponse response) {
        response.addHeader("Set-Cookie", ResponseCookie.from("last_account", account).secure(true).build().toString());
        try {
            return seal.get().uri("/accounts/{id}/totals", account).retrieve().body(String.class);
        } catch (RestClientResponseException e) {
            LOG.warn("totals of {} answered {}", account, e.getStatusCode());
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "analytics is not available");
        }
    }

    record SealCredentials(String token) {}
}
