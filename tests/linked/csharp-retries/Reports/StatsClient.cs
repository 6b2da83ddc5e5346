using Microsoft.Extensions.Logging;

namespace Acme.Reports;

public sealed class StatsClient(HttpClient http, ILogger<StatsClient> logger)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var response = await http.GetAsync("stats", token);
        logger.LogInformation("stats: {Status}", (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
