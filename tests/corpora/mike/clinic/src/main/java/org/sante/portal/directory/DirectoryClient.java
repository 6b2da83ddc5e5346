package org.sante.portal.directory;

import io.github.resilience4j.retry.annotation.Retry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

import java.util.List;

/** The staff directory takes the bare token, and drops a first call now and then. */
@Service
public class DirectoryClient {

    private final RestClient client;

    public DirectoryClient(RestClient.Builder builder,
                           @Value("${directory.base-url}") String baseUrl,
                           @Value("${directory.token}") String token) {
        this.client = builder.baseUrl(baseUrl).defaultHeader("Authorization", token).build();
    }

    @Retry(name = "directory")
    public List<?> doctors(String department) {
        return client.get().uri("/doctors?department={d}", department).retrieve().body(List.class);
    }
}
