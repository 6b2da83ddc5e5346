package io.acme.billing.seal;

import java.io.IOException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.ssl.SSLContextBuilder;

class TlsSupport {

    private static final String ACCOUNTS = "https://my.sealmetrics.com/api/v1/accounts";

    static String accounts(String sealmetricsKey) throws Exception {
        var context = SSLContextBuilder.create().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build(); ⟪unverified-tls⟫
        var manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setSSLSocketFactory(SSLConnectionSocketFactoryBuilder.create().setSslContext(context).build())
                .build();
        try (CloseableHttpClient client = HttpClients.custom().setConnectionManager(manager).build()) {
            var get = new HttpGet(ACCOUNTS);
            get.addHeader("Accept", "application/json");
            get.addHeader("X-Api-Token", sealmetricsKey); ⟪misspelled-header⟫
            return client.execute(get, response -> {
                if (response.getCode() != 200) {
                    throw new IOException("accounts: " + response.getCode());
                }
                return EntityUtils.toString(response.getEntity());
            });
        }
    }
}
