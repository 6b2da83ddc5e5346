using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Acme;

public sealed class CalmClient(HttpClient http)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "accounts");
        message.Headers.Add("X-API-Key", Environment.GetEnvironmentVariable("SEALMETRICS_API_KEY"));
        using var response = await http.SendAsync(message, token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
