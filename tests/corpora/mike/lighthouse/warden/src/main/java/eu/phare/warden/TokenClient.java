package eu.phare.warden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.util.List;
import java.util.Map;

final class TokenClient {

    private static final String TOKENS = "https://api.sealmetrics.com/v1/api-tokens";
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper mapper = new ObjectMapper();
    private final OkHttpClient http;

    TokenClient(String adminToken) {
        http = new OkHttpClient.Builder()
                .addInterceptor(new BearerInterceptor(adminToken))
                .addInterceptor(new PatienceInterceptor(4))
                .build();
    }

    JsonNode create(String name, List<String> scopes) throws IOException {
        byte[] body = mapper.writeValueAsBytes(Map.of(
                "name", name,
                "scopes", scopes,
                "account_ids", List.of("phare"),
                "expires_in_days", Limits.DAYS));
        return send(new Request.Builder().url(TOKENS).post(RequestBody.create(body, JSON)).build());
    }

    JsonNode list() throws IOException {
        return send(new Request.Builder().url(TOKENS).build()).path("data");
    }

    void revoke(String id) throws IOException {
        send(new Request.Builder().url(TOKENS + "/" + id).delete().build());
    }

    private JsonNode send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(request.method() + " " + request.url().encodedPath() + ": " + response.code());
            }
            return mapper.readTree(response.body().bytes());
        }
    }
}
