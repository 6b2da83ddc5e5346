namespace Acme.Mail;

public sealed class Worker(HttpClient http, IConfiguration configuration)
{
    public Task<HttpResponseMessage> RunAsync(CancellationToken cancel)
    {
        var section = configuration.GetSection("Traffic");
        var request = new HttpRequestMessage(HttpMethod.Get, section["BaseUrl"] + "stats");
        request.Headers.Add("Authorization", "Bearer " + section["FeedToken"]);
        return http.SendAsync(request, cancel);
    }
}
