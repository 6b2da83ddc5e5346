package io.lima.bank;

import io.github.resilience4j.retry.annotation.Retry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

@Service
public class AccountService {
    private static final Logger log = LoggerFactory.getLogger(AccountService.class);
    private final RestClient sealmetricsClient;

    public AccountService(RestClient sealmetricsClient) {
        this.sealmetricsClient = sealmetricsClient;
    }

    @Retry(name = "sealmetrics")
    public Map<?, ?> accounts() {
        log.info("reading accounts");
        return sealmetricsClient.get().uri("/accounts").retrieve().body(Map.class);
    }
}
