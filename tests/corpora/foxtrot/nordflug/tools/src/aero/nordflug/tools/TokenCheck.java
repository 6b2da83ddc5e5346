package aero.nordflug.tools;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the deploy pipeline before a new pod is let into rotation. */
public final class TokenCheck {

    private static final Path MOUNT = Path.of("/var/run/secrets/sealmetrics/token");
    private static final URI ACCOUNTS = URI.create("https://api.sealmetrics.com/v1/accounts");

    public static void main(String[] args) throws Exception {
        String token = Files.readString(MOUNT);
        HttpRequest request = HttpRequest.newBuilder(ACCOUNTS)
                .GET()
                .header("Authorization", "Bearer " + token) ⟪untrimmed-token⟫
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString());
        switch (response.statusCode()) {
            case 200 -> System.out.println("sealmetrics token accepted");
            case 401 -> throw new IllegalStateException("token was refused: " + token); ⟪token-in-log⟫
            case 403 -> throw new IllegalStateException("token lacks read:accounts");
            default -> throw new IllegalStateException("unexpected status " + response.statusCode());
        }
    }
}
