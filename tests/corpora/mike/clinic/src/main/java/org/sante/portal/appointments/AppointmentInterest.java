package org.sante.portal.appointments;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

import org.sante.portal.seal.SealHeaders;

import java.util.Map;

@Service
public class AppointmentInterest {

    private final RestTemplate rest = new RestTemplate();
    private final String baseUrl;
    private final String token;

    public AppointmentInterest(@Value("${sealmetrics.base-url}") String baseUrl, @Value("${sealmetrics.token}") String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    @Retryable(
            retryFor = RestClientException.class, ⟪retry-on-auth-error⟫
            maxAttempts = 5,
            backoff = @Backoff(delay = 1500, multiplier = 2, maxDelay = 30000))
    public int interest(String department) {
        HttpHeaders headers = new HttpHeaders();
        SealHeaders.authorize(headers, token);
        Map<?, ?> body = rest.exchange(
                baseUrl + "/stats/pages?path=/departments/{d}",
                HttpMethod.GET,
                new HttpEntity<>(headers),
                Map.class,
                department).getBody();
        return body == null ? 0 : ((Number) body.get("total")).intValue();
    }
}
