using System.Net;
using System.Net.Http.Json;

namespace Lattice.Api.Seal;

public sealed record Overview(int Visits, int Conversions, decimal Revenue);

public sealed class StatsClient(HttpClient http, ILogger<StatsClient> logger)
{
    public async Task<Overview?> OverviewAsync(CancellationToken cancel)
    {
        using var response = await http.GetAsync("stats/overview", cancel);
        logger.LogInformation("stats/overview answered {Status}", (int)response.StatusCode);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new SealRefusedException(response.StatusCode);
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Overview>(cancel);
    }

    public async Task<string> SourcesAsync(CancellationToken cancel) =>
        await http.GetStringAsync("stats/sources", cancel);
}

public sealed class SealRefusedException(HttpStatusCode status)
    : Exception($"Sealmetrics refused the request: {(int)status}");
