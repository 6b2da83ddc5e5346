package io.lima.bank;

import java.util.Map;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

@Service
public class ReportService {
    private final RestClient sealmetricsClient;

    public ReportService(RestClient sealmetricsClient) {
        this.sealmetricsClient = sealmetricsClient;
    }

    @Retryable(retryFor = HttpServerErrorException.class, maxAttempts = 4, backoff = @Backoff(delay = 1000, multiplier = 2))
    public Map<?, ?> daily() {
        return sealmetricsClient.get().uri("/reports/daily").retrieve().body(Map.class);
    }

    @Retryable(retryFor = HttpClientErrorException.Unauthorized.class, backoff = @Backoff(delay = 2000, multiplier = 2)) ⟪retry-on-auth-error⟫
    public Map<?, ?> monthly() {
        return sealmetricsClient.get().uri("/reports/monthly").retrieve().body(Map.class);
    }
}
