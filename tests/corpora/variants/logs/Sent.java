package logs;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Sent {
    private static final Logger LOG = LoggerFactory.getLogger(Sent.class);
    private static final URI TOTALS = URI.create("https://api.sealmetrics.com/v1/totals");

    HttpRequest totals(String sealmetricsToken) {
        HttpRequest request = HttpRequest.newBuilder(TOTALS).header("Authorization", "Bearer " + sealmetricsToken).build();
        LOG.debug("{} {}", request.method(), request.uri());
        LOG.trace("{}", request.headers()); ⟪token-in-log⟫
        return request;
    }

    HttpRequest read() throws Exception {
        String secret = Files.readString(Path.of("/run/secrets/seal")).strip();
        LOG.info("read {}", secret); ⟪token-in-log⟫
        LOG.info("read {} characters", secret.length());
        return HttpRequest.newBuilder(TOTALS).header("X-API-Key", secret).build();
    }

    void other() throws Exception {
        String motto = Files.readString(Path.of("/srv/motto")).strip();
        LOG.info("today: {}", motto);
    }
}
