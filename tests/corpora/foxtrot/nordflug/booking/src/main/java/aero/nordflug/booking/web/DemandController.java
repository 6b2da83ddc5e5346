package aero.nordflug.booking.web;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@RestController
public class DemandController {

    private static final Logger log = LoggerFactory.getLogger(DemandController.class);

    private final WebClient analytics;
    private final String tokenTail;

    public DemandController(WebClient.Builder builder, @Value("${sealmetrics.api.token}") String token) {
        this.tokenTail = "..." + token.substring(token.length() - 4);
        this.analytics = builder
                .baseUrl("https://api.sealmetrics.com/v1")
                .defaultHeaders(h -> h.setBearerAuth(token))
                .build();
    }

    @GetMapping("/internal/demand/{account}")
    public Mono<ResponseEntity<Map>> demand(@PathVariable String account) {
        log.info("Fetching demand for {} with token {}", account, tokenTail);
        return analytics.get()
                .uri("/accounts/{account}/demand", account)
                .retrieve()
                .toEntity(Map.class)
                .map(answer -> ResponseEntity.ok(answer.getBody()));
    }
}
