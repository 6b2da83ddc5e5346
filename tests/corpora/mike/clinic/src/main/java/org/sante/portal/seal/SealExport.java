package org.sante.portal.seal;

import io.github.resilience4j.retry.annotation.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

@Component
public class SealExport {

    private static final Logger log = LoggerFactory.getLogger(SealExport.class);
    private static final Path DIRECTORY = Path.of("/var/lib/clinic/exports");

    private final RestClient client;

    public SealExport(@Qualifier("sealExportClient") RestClient client) {
        this.client = client;
    }

    @Scheduled(cron = "0 30 3 * * *")
    @Retry(name = "sealmetrics-export")
    public void export() throws IOException {
        LocalDate day = LocalDate.now().minusDays(1);
        String csv = client.get().uri("/exports/visits?date={day}", day).retrieve().body(String.class);
        Path file = DIRECTORY.resolve(day + ".csv");
        Files.writeString(file, csv);
        log.info("{}: {} bytes", file, Files.size(file));
    }
}
