package eu.phare.warden;

import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;

record BearerInterceptor(String token) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer " + token).build());
    }

    @Override
    public String toString() {
        return "BearerInterceptor[" + token.length() + " characters]";
    }
}
