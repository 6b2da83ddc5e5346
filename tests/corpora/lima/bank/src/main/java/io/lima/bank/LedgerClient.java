package io.lima.bank;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@Service
public class LedgerClient {
    private final RestClient ledger = RestClient.create("http://ledger.internal:8080");

    @Retryable(retryFor = HttpClientErrorException.class, backoff = @Backoff(delay = 0))
    public String balance(String iban) {
        return ledger.get().uri("/balances/{iban}", iban).header("Authorization", iban).retrieve().body(String.class);
    }
}
