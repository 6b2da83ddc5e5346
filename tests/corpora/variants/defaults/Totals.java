package defaults;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Option;

class Totals implements Runnable {
    @ConfigProperty(name = "sealmetrics.token", defaultValue = "⟦opaque:v6⟧") ⟪hardcoded-token⟫
    String token;

    @ConfigProperty(name = "sealmetrics.site-id", defaultValue = "⟦objid:v7⟧")
    String site;

    @Value("${sealmetrics.timeout:30}")
    int timeout;

    @Option(names = "--sealmetrics-token", defaultValue = "⟦opaque:v8⟧") ⟪hardcoded-token⟫
    String given;

    @Option(names = "--helpdesk-token", defaultValue = "⟦opaque:v9⟧")
    String help;

    public void run() {}
}
