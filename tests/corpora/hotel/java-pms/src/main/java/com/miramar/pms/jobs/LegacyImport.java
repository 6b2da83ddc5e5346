package com.miramar.pms.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class LegacyImport {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyImport.class);
    private static final String REPORT = "https://app.sealmetrics.com/api/report?date=%s";
    private static final String ACCESS = "⟦jwt:java04⟧"; ⟪hardcoded-jwt⟫

    private final ObjectMapper mapper = new ObjectMapper();

    public int run(LocalDate day) throws IOException {
        HttpGet get = new HttpGet(REPORT.formatted(day));
        get.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + ACCESS);
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            return client.execute(get, response -> {
                if (response.getCode() != 200) {
                    throw new IOException("legacy report answered " + response.getCode());
                }
                JsonNode rows = mapper.readTree(response.getEntity().getContent()).path("data");
                LOG.info("imported {} rows for {}", rows.size(), day);
                return rows.size();
            });
        }
    }
}
