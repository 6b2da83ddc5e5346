package com.acme.reports.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class SealHookController {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SEALMETRICS_SIGNING = "⟦whsec:71⟧"; ⟪hardcoded-webhook-secret⟫

    private final HookQueue queue;

    public SealHookController(HookQueue queue) {
        this.queue = queue;
    }

    @PostMapping("/hooks/sealmetrics")
    public ResponseEntity<Void> receive(@RequestHeader("X-Seal-Signature") String signature, @RequestBody String body)
        throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(SEALMETRICS_SIGNING.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        byte[] expected = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        queue.add(body);
        return ResponseEntity.noContent().build();
    }
}
