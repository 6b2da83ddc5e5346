package org.sante.portal.admin;

import org.sante.portal.seal.SealHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@Component
public class SealSelfTest implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SealSelfTest.class);

    @Value("${sealmetrics.base-url}")
    private String baseUrl;

    @Value("${sealmetrics.token}")
    private String token;

    @Override
    public void run(ApplicationArguments args) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        log.info("self test with {}", SealHeaders.masked(token));
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/accounts"))
                .header(SealHeaders.NAME, "Bearer  " + token) ⟪malformed-whitespace⟫
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        switch (answer.statusCode()) {
            case 200 -> log.info("sealmetrics is reachable");
            case 401, 403 -> log.error("sealmetrics refuses the token {}", token); ⟪token-in-log⟫
            default -> log.warn("sealmetrics answered {}", answer.statusCode());
        }
    }
}
