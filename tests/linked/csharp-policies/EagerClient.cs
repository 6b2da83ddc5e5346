using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Acme;

public sealed class EagerClient(HttpClient http, ILogger<EagerClient> logger)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "accounts");
        message.Headers.Add("X-API-Key", Environment.GetEnvironmentVariable("SEALMETRICS_API_KEY"));
        using var response = await http.SendAsync(message, token); ⟪unhandled-auth-error⟫
        logger.LogInformation("accounts");
        return await response.Content.ReadAsStringAsync(token);
    }
}
