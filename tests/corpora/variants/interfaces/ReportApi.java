package interfaces;

import java.util.List;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Query;

interface ReportApi {
    @GET("report/pages")
    Call<List<String>> pages(
            @Query("account_id") String account,
            @Query("access_token") String accessToken); ⟪token-in-url⟫

    @GET("report/sites")
    Call<List<String>> sites(@Query("account_id") String account, @Query("page_token") String next);

    static ReportApi make() {
        return new Retrofit.Builder().baseUrl("https://app.sealmetrics.com/api/").build().create(ReportApi.class);
    }
}
