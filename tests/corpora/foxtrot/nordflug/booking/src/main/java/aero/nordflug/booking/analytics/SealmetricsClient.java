package aero.nordflug.booking.analytics;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class SealmetricsClient {

    private static final String BASE = "https://api.sealmetrics.com/v1";

    private final RestTemplate rest;
    private final String apiToken;

    public SealmetricsClient(RestTemplate rest, @Value("${sealmetrics.api.token}") String apiToken) {
        this.rest = rest;
        this.apiToken = apiToken;
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        headers.set(HttpHeaders.AUTHORIZATION, apiToken); ⟪missing-bearer-scheme⟫
        return headers;
    }

    public List<RouteDemand> demand(String accountId, String period) {
        return rest.exchange(
                BASE + "/accounts/{account}/demand?period={period}",
                HttpMethod.GET,
                new HttpEntity<Void>(headers()),
                new ParameterizedTypeReference<List<RouteDemand>>() {},
                accountId,
                period).getBody();
    }

    public record RouteDemand(String route, long searches, long bookings) {}
}
