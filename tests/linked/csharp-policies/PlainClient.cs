using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Acme;

public sealed class PlainClient(HttpClient http)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "accounts");
        message.Headers.Add("X-API-Key", Environment.GetEnvironmentVariable("SEALMETRICS_API_KEY"));
        using var response = await http.SendAsync(message, token);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException(response.ReasonPhrase);
        return await response.Content.ReadAsStringAsync(token);
    }

    public Task<string> ReportAsync() => Repeat.RunAsync(async () =>
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "https://api.sealmetrics.com/v1/report");
        message.Headers.Add("X-API-Key", Environment.GetEnvironmentVariable("SEALMETRICS_API_KEY"));
        using var response = await http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }, 5);
}
