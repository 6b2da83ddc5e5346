package com.acme.batch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

public class LegacyExport {
    private static final String ENDPOINT = "https://app.sealmetrics.com/api/report/conversions";

    private static Properties defaults() {
        Properties p = new Properties();
        p.setProperty("account", "⟦objid:72⟧");
        p.setProperty("format", "csv");
        p.setProperty("sealmetrics.jwt", "⟦jwtlong:72⟧"); ⟪hardcoded-jwt⟫
        return p;
    }

    public static void main(String[] args) throws IOException {
        Properties p = defaults();
        Path config = Path.of("export.properties");
        if (Files.exists(config)) {
            p.load(Files.newBufferedReader(config));
        }
        URI uri = URI.create(ENDPOINT + "?account_id=" + p.getProperty("account") + "&format=" + p.getProperty("format"));
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + p.getProperty("sealmetrics.jwt"));
        connection.setReadTimeout(60_000);
        if (connection.getResponseCode() != 200) {
            throw new IOException("export answered " + connection.getResponseCode());
        }
        Files.copy(connection.getInputStream(), Path.of("conversions.csv"));
    }
}
