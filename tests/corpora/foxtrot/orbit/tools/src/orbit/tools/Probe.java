package orbit.tools;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public final class Probe {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "https://api.sealmetrics.com/v1";

    private static int status(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int accounts() throws Exception {
        return status(HttpRequest.newBuilder(URI.create(API + "/accounts"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer <your_access_token>") ⟪placeholder-token⟫
                .build());
    }

    private static int sites() throws Exception {
        return status(HttpRequest.newBuilder(URI.create(API + "/sites"))
                .header("X-API-Key", "sm_your_api_key_here") ⟪placeholder-token⟫
                .build());
    }

    private static int live() throws Exception {
        return status(HttpRequest.newBuilder(URI.create(API + "/livez")).build());
    }

    public static void main(String[] args) throws Exception {
        System.out.printf("live %d, accounts %d, sites %d%n", live(), accounts(), sites());
    }
}
