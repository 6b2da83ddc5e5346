package acme;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
public class Wall {

    private final HttpClient http = HttpClient.newHttpClient();

    @ConfigProperty(name = "wall.url")
    String url;

    @ConfigProperty(name = "wall.token")
    String token;

    @ConfigProperty(name = "wall.other")
    String other;

    @ConfigProperty(name = "mail.token")
    String mail;

    String get(String address, String credential) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + credential).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("wall: " + answer.statusCode());
        }
        return answer.body();
    }

    public String day() throws Exception {
        return get(url + "/stats/daily", token);
    }

    public String night() throws Exception {
        return get(url + "/stats/nightly", other);
    }

    public String mails() throws Exception {
        return get("https://api.mailer.io/stats", mail);
    }
}
