package com.acme;

import com.acme.seal.Headers;
import com.acme.seal.SealProperties;
import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;

public class Gateway {
    private final RestTemplate rest = new RestTemplate();
    private final SealProperties settings;

    public Gateway(SealProperties settings) {
        this.settings = settings;
    }

    Map<String, Object> goals() {
        HttpEntity<Void> request = new HttpEntity<>(Headers.with("Authorization", settings.apiToken())); ⟪missing-bearer-scheme⟫
        return rest.exchange(settings.baseUrl() + "/goals", HttpMethod.GET, request, Map.class).getBody();
    }

    Map<String, Object> funnels() {
        HttpEntity<Void> request = new HttpEntity<>(Headers.with("Authorization", "Bearer " + settings.apiToken()));
        return rest.exchange(settings.baseUrl() + "/funnels", HttpMethod.GET, request, Map.class).getBody();
    }

    Map<String, Object> accounts() {
        HttpEntity<Void> request = new HttpEntity<>(Headers.with("Authorization", "Bearer " + Keys.STATS));
        return rest.exchange("https://api.sealmetrics.com/v1/accounts", HttpMethod.GET, request, Map.class).getBody();
    }

    Map<String, Object> contacts() {
        HttpEntity<Void> request = new HttpEntity<>(Headers.with("Authorization", Keys.CRM));
        return rest.exchange("https://crm.acme.example/contacts", HttpMethod.GET, request, Map.class).getBody();
    }
}
