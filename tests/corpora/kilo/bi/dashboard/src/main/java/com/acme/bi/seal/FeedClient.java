package com.acme.bi.seal;

import io.github.resilience4j.retry.annotation.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class FeedClient {

    private static final Logger log = LoggerFactory.getLogger(FeedClient.class);

    private final RestTemplate rest;
    private final String endpoint;
    private final String token;

    public FeedClient(RestTemplate rest,
                      @Value("${analytics.endpoint}") String endpoint,
                      @Value("${analytics.feed-token}") String token) {
        this.rest = rest;
        this.endpoint = endpoint;
        this.token = token;
    }

    @Retry(name = "sealmetrics")
    public FunnelReport funnel(String site, String month) {
        log.info("funnel of {} for {}", site, month);
        HttpEntity<Void> entity = new HttpEntity<>(SealHeaders.bearer(token));
        return rest.exchange(endpoint + "/stats/funnel?site_id={site}&month={month}",
                HttpMethod.GET, entity, FunnelReport.class, site, month).getBody();
    }

    public record FunnelReport(long visits, long carts, long orders) {
    }
}
