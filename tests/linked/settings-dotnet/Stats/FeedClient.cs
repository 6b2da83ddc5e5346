using Microsoft.Extensions.Options;

namespace Acme.Stats;

public sealed class FeedClient(HttpClient http, IOptions<TrafficOptions> traffic, IOptions<MailOptions> mail)
{
    public async Task<string> LoadAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, traffic.Value.BaseUrl + "stats/feed");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + traffic.Value.FeedToken);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    public async Task<string> SpareAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, traffic.Value.BaseUrl + "stats/spare");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + traffic.Value.SpareToken);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    public async Task<string> MailAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, mail.Value.BaseUrl + "stats");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + mail.Value.FeedToken);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
