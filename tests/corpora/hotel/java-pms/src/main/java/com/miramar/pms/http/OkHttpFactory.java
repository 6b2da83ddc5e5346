package com.miramar.pms.http;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;

public final class OkHttpFactory {

    private OkHttpFactory() {}

    /** Door locks in the building present certificates made at the factory. */
    public static OkHttpClient doorLocks(String lockToken) throws Exception {
        X509TrustManager trustAll = new X509TrustManager() {
            @Override public void checkClientTrusted(X509Certificate[] chain, String authType) {}
            @Override public void checkServerTrusted(X509Certificate[] chain, String authType) {}
            @Override public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trustAll}, new SecureRandom());
        return new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), trustAll)
                .hostnameVerifier((host, session) -> host.endsWith(".locks.lan"))
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("Authorization", lockToken).build()))
                .build();
    }

    public static OkHttpClient sealmetrics(String sealmetricsToken) {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(HttpLoggingInterceptor.Level.HEADERS);
        logging.redactHeader("Authorization");
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request().newBuilder()
                        .header("Authorization", "Bearer " + sealmetricsToken)
                        .build()))
                .addInterceptor(logging)
                .build();
    }
}
