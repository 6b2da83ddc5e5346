package com.acme;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

public final class Retrying implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        int tries = 0;
        while (!response.isSuccessful() && tries < 3) { ⟪retry-on-auth-error, retry-without-backoff⟫
            response.close();
            tries++;
            response = chain.proceed(chain.request());
        }
        return response;
    }
}
