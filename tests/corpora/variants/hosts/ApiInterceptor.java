package hosts;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

final class ApiInterceptor implements Interceptor {
    private static final String HOST = "my.sealmetrics.com";
    private final String token;

    ApiInterceptor(String token) {
        this.token = token;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!HOST.equals(request.url().host())) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder().header("Authorization", "Token " + token).build()); ⟪wrong-scheme⟫
    }
}
