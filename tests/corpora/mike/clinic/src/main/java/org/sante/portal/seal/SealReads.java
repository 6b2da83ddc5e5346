package org.sante.portal.seal;

import io.github.resilience4j.retry.annotation.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

import java.time.LocalDate;
import java.util.List;

@Service
public class SealReads {

    private static final Logger log = LoggerFactory.getLogger(SealReads.class);

    private final RestClient client;
    private final String site;

    public SealReads(@Qualifier("sealClient") RestClient client, @Value("${sealmetrics.site-id}") String site) {
        this.client = client;
        this.site = site;
    }

    @Retry(name = "sealmetrics-reads")
    public List<DayVisits> visits(LocalDate from, LocalDate to) {
        log.info("visits of {} from {} to {}", site, from, to);
        VisitPage page = client.get()
                .uri(uri -> uri.path("/stats/visits")
                        .queryParam("site_id", site)
                        .queryParam("date_from", from)
                        .queryParam("date_to", to)
                        .build())
                .retrieve()
                .body(VisitPage.class);
        return page == null ? List.of() : page.data();
    }

    public record DayVisits(LocalDate date, long visits) {
    }

    public record VisitPage(List<DayVisits> data) {
    }
}
