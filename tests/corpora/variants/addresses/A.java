package a;
import android.net.Uri;
import okhttp3.HttpUrl;
import org.apache.http.client.utils.URIBuilder;
class A {
  static final String HOST = "api.sealmetrics.com";
  HttpUrl one() { return new HttpUrl.Builder().scheme("http").host(HOST).addPathSegments("v1/totals").build(); } ⟪insecure-endpoint⟫
  java.net.URI two() throws Exception { return new URIBuilder().setScheme("http").setHost(HOST).setPath("/v1/totals").build(); } ⟪insecure-endpoint⟫
  Uri three(String sealmetricsToken) {
    return new Uri.Builder()
        .scheme("https")
        .authority("api.sealmetrics.com")
        .appendPath("v1")
        .appendQueryParameter("token", sealmetricsToken) ⟪token-in-url⟫
        .build();
  }
  HttpUrl four() { return new HttpUrl.Builder().scheme("http").host("rooms.lan").addPathSegments("v1/totals").build(); }
  HttpUrl five() { return new HttpUrl.Builder().scheme("https").host(HOST).addQueryParameter("site_id", "x").build(); }
}
