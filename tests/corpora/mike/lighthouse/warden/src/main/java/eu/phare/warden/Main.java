package eu.phare.warden;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

public final class Main {

    public static void main(String[] args) throws Exception {
        TokenClient tokens = new TokenClient(System.getenv("SEALMETRICS_WARDEN_TOKEN"));
        JsonNode before = tokens.list();
        JsonNode made = tokens.create("beacon-" + LocalDate.now(), Limits.READERS);
        Files.writeString(Path.of("/run/secrets/beacon_token"), made.path("token").asText());
        System.out.println("created " + made.path("id").asText() + ", " + made.path("token_prefix").asText());
        for (JsonNode token : before) {
            if (token.path("name").asText().startsWith("beacon-")) {
                tokens.revoke(token.path("id").asText());
                System.out.println("revoked " + token.path("id").asText());
            }
        }
    }
}
