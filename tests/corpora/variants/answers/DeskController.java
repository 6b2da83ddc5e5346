package desk;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;

@RestController
class DeskController {

    record Settings(String site, String token) {}

    @Value("${sealmetrics.token}")
    private String sealmetricsToken;

    @Value("${sealmetrics.site-id}")
    private String siteId;

    private final Totals totals;

    DeskController(Totals totals) {
        this.totals = totals;
    }

    @GetMapping("/settings")
    Settings settings() {
        return new Settings(siteId, sealmetricsToken); ⟪token-sent-to-client⟫
    }

    @PutMapping("/settings")
    ResponseEntity<Map<String, String>> update() {
        return ResponseEntity.status(202).body(Map.of("site", siteId, "token", sealmetricsToken)); ⟪token-sent-to-client⟫
    }

    @GetMapping("/desk")
    ModelAndView desk() {
        return new ModelAndView("desk", Map.of("token", sealmetricsToken)); ⟪token-sent-to-client⟫
    }

    @GetMapping("/totals")
    ResponseEntity<String> read() {
        return ResponseEntity.ok().header("X-Site-Id", siteId).body(totals.read(sealmetricsToken));
    }
}
