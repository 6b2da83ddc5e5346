package aero.nordflug.tools;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

public final class LegacyImporter {

    private static final String HOST = "app.sealmetrics.com";
    private static final String SESSION =
            "⟦jwt:1⟧"; ⟪hardcoded-jwt⟫

    private final HttpClient http = HttpClient.newHttpClient();
    private final boolean tls;

    private LegacyImporter(boolean tls) {
        this.tls = tls;
    }

    private URI resource(String path) {
        String scheme = tls ? "https" : "http"; ⟪insecure-scheme-fallback⟫
        return URI.create(scheme + "://" + HOST + "/api/" + path);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(resource(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + SESSION)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("import stopped with status " + response.statusCode());
        }
        return response.body();
    }

    public static void main(String[] args) throws Exception {
        LegacyImporter importer = new LegacyImporter(Boolean.getBoolean("tls"));
        Files.writeString(Path.of("pages.json"), importer.get("report/pages?date_range=last_30_days"));
        Files.writeString(Path.of("funnel.json"), importer.get("report/funnel?date_range=last_30_days"));
    }
}
