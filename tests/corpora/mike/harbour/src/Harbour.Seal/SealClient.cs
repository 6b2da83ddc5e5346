using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace Harbour.Seal;

public sealed record VisitRow(DateOnly Date, int Visits);

public sealed record Rows<T>(IReadOnlyList<T> Data);

public sealed class SealTokenException(HttpStatusCode status) : Exception($"sealmetrics refuses the token: {(int)status}");

public sealed class SealClient(HttpClient http, ILogger<SealClient> log)
{
    public async Task<IReadOnlyList<VisitRow>> VisitsAsync(string site, DateOnly from, DateOnly to, CancellationToken ct)
    {
        using var response = await http.GetAsync($"stats/visits?site_id={site}&date_from={from:O}&date_to={to:O}", ct);
        log.LogInformation("sealmetrics visits {Site}: {Status}", site, (int)response.StatusCode);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new SealTokenException(response.StatusCode);
        }
        response.EnsureSuccessStatusCode();
        var rows = await response.Content.ReadFromJsonAsync<Rows<VisitRow>>(ct);
        return rows?.Data ?? [];
    }
}
