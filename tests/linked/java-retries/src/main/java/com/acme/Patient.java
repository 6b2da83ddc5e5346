package com.acme;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

public final class Patient implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        int tries = 0;
        while (response.code() == 429 && tries < 3) {
            response.close();
            tries++;
            try {
                Thread.sleep(1000L * tries * tries);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            response = chain.proceed(chain.request());
        }
        return response;
    }
}
