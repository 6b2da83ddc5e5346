package com.acme.insights.sms;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

@Component
public class TwilioClient {
    private final RestClient client;

    public TwilioClient(@Value("${twilio.account-sid}") String sid, @Value("${twilio.auth-token}") String token) {
        this.client = RestClient.builder()
                .baseUrl("https://api.twilio.com/2010-04-01/Accounts/" + sid)
                .defaultHeaders(headers -> headers.setBasicAuth(sid, token))
                .build();
    }

    @Retryable(maxAttempts = 50, backoff = @Backoff(delay = 0))
    public void send(String to, String text) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("To", to);
        form.add("Body", text);
        client.post().uri("/Messages.json").body(form).retrieve().toBodilessEntity();
    }
}
