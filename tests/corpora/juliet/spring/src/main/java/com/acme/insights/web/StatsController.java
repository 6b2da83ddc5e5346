package com.acme.insights.web;

import com.acme.insights.seal.AccountsService;
import com.acme.insights.seal.QuotaProbe;
import com.acme.insights.seal.SealProperties;
import com.acme.insights.seal.StatsGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

@RestController
@RequestMapping("/stats")
public class StatsController {
    private final StatsGateway gateway;
    private final AccountsService accounts;
    private final QuotaProbe quota;
    private final SealProperties seal;

    public StatsController(StatsGateway gateway, AccountsService accounts, QuotaProbe quota, SealProperties seal) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.quota = quota;
        this.seal = seal;
    }

    @GetMapping
    Map<String, Object> overview() {
        return gateway.overview();
    }

    @GetMapping("/meta")
    Map<String, Object> meta() {
        return Map.of("account", seal.accountId(), "accounts", accounts.accounts().size(), "callsLeft", quota.remaining());
    }

    @GetMapping("/client-settings")
    Map<String, Object> clientSettings() {
        return Map.of(
                "account", seal.accountId(),
                "endpoint", seal.baseUrl(),
                "authorization", "Bearer " + seal.apiToken()); ⟪token-sent-to-client⟫
    }
}
