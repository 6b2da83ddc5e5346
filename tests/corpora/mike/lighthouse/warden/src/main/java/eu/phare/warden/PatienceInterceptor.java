package eu.phare.warden;

import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** Repeats a request after 429 and 503, waiting as long as the server asks or twice as long as before. */
record PatienceInterceptor(int attempts) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        long wait = 1000;
        Response response = chain.proceed(chain.request());
        for (int i = 1; i < attempts && (response.code() == 429 || response.code() == 503); i++) {
            String asked = response.header("Retry-After");
            response.close();
            pause(asked == null ? wait : Long.parseLong(asked) * 1000);
            wait *= 2;
            response = chain.proceed(chain.request());
        }
        return response;
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
