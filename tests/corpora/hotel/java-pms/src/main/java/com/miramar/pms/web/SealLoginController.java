package com.miramar.pms.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class SealLoginController {

    private static final String LOGIN = "https://my.sealmetrics.com/api/v1/auth/token";

    private final RestClient client = RestClient.create();

    record Login(String email, String password) {}

    record Answer(String access_token, long expires_in) {}

    @PostMapping("/session")
    ResponseEntity<Void> login(@RequestBody Login login) {
        Answer answer = client.post().uri(LOGIN).body(login).retrieve().body(Answer.class);
        ResponseCookie cookie = ResponseCookie.from("sm_access_token", answer.access_token())
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(Duration.ofSeconds(answer.expires_in()))
                .build();
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }
}
