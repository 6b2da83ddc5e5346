package aero.nordflug.booking.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class SealWebhookController {

    private static final String ALGORITHM = "HmacSHA256";

    @Value("${sealmetrics.webhook.secret}")
    private String webhookSecret;

    @PostMapping("/hooks/sealmetrics")
    public ResponseEntity<Void> receive(
            @RequestHeader("X-Sealmetrics-Signature") String signature, @RequestBody String body) throws Exception {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        byte[] expected = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        byte[] given = HexFormat.of().parseHex(signature);
        if (!MessageDigest.isEqual(expected, given)) {
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.noContent().build();
    }
}
