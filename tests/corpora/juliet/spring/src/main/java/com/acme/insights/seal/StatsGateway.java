package com.acme.insights.seal;

import io.github.resilience4j.retry.annotation.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

import java.util.Map;

@Component
public class StatsGateway {
    private static final Logger log = LoggerFactory.getLogger(StatsGateway.class);

    private final RestTemplate rest = new RestTemplate();
    private final SealProperties seal;

    public StatsGateway(SealProperties seal) {
        this.seal = seal;
        log.info("Sealmetrics gateway ready: {}", seal);
    }

    @Retry(name = "sealmetrics")
    public Map<String, Object> overview() {
        HttpEntity<Void> request = new HttpEntity<>(SealHeaders.bearer(seal.apiToken()));
        return rest.exchange(seal.baseUrl() + "/stats/overview", HttpMethod.GET, request, Map.class).getBody();
    }

    @Retry(name = "sealmetrics-goals")
    public Map<String, Object> goals() {
        HttpEntity<Void> request = new HttpEntity<>(SealHeaders.with("Authorization", seal.apiToken())); ⟪missing-bearer-scheme⟫
        return rest.exchange(seal.baseUrl() + "/stats/goals", HttpMethod.GET, request, Map.class).getBody();
    }

    @Retry(name = "sealmetrics-goals")
    public Map<String, Object> funnels() {
        HttpEntity<Void> request = new HttpEntity<>(SealHeaders.with("Authorization", "Bearer " + seal.apiToken()));
        return rest.exchange(seal.baseUrl() + "/stats/funnels", HttpMethod.GET, request, Map.class).getBody();
    }

    @Retry(name = "sealmetrics-exports")
    public Map<String, Object> exports() {
        String url = seal.baseUrl() + "/exports?account_id=" + seal.accountId();
        return rest.exchange(url, HttpMethod.GET, new HttpEntity<>(SealHeaders.bearer(seal.apiToken())), Map.class).getBody();
    }
}
