package aero.nordflug.booking.analytics;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

@Configuration
public class AnalyticsHttpConfig {

    private static final String SEALMETRICS_ROOT = "https://my.sealmetrics.com/api/v1";

    @Bean
    RestTemplate sealmetricsRestTemplate(RestTemplateBuilder builder) throws Exception {
        SSLContext context = SSLContexts.custom()
                .loadTrustMaterial(null, (chain, authType) -> true) ⟪unverified-tls⟫
                .build();
        CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setSSLSocketFactory(SSLConnectionSocketFactoryBuilder.create().setSslContext(context).build())
                        .build())
                .build();
        return builder
                .rootUri(SEALMETRICS_ROOT)
                .defaultHeader("X-API-Key", System.getenv("SEALMETRICS_API_KEY"))
                .requestFactory(() -> new HttpComponentsClientHttpRequestFactory(http))
                .build();
    }
}
