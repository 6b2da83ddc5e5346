package io.lima.bank;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class SealProperties {
    @Value("${sealmetrics.base-url}")
    private String baseUrl;

    @Value("${sealmetrics.api.token}")
    private String token;

    public String baseUrl() { return baseUrl; }

    public String token() { return token; }
}
