package aero.nordflug.tools;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

public final class PartnerFeed {

    private static final String SEAL = "https://my.sealmetrics.com/api/v1/";
    private static final String PARTNER = "https://feed.skyrate.example/v2/";

    private final HttpClient http = HttpClient.newHttpClient();

    private static Map<String, String> sealHeaders() {
        byte[] raw = System.getenv("SEALMETRICS_API_TOKEN").getBytes(StandardCharsets.UTF_8);
        String value = Base64.getEncoder().encodeToString(raw);
        return Map.of("Authorization", "Bearer " + value); ⟪unencodable-token⟫
    }

    private static Map<String, String> partnerHeaders() {
        String pair = System.getenv("SKYRATE_USER") + ":" + System.getenv("SKYRATE_PASSWORD");
        String value = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + value);
    }

    private String get(String url, Map<String, String> headers) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(builder::header);
        HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(url + " answered " + response.statusCode());
        }
        return response.body();
    }

    public static void main(String[] args) throws Exception {
        PartnerFeed feed = new PartnerFeed();
        System.out.println(feed.get(SEAL + "stats/destinations", sealHeaders()));
        System.out.println(feed.get(PARTNER + "fares", partnerHeaders()));
    }
}
