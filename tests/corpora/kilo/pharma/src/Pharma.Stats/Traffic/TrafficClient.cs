using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Pharma.Stats.Traffic;

public sealed class TrafficClient(HttpClient http, IOptions<TrafficOptions> options, ILogger<TrafficClient> logger)
{
    private readonly TrafficOptions _options = options.Value;

    public async Task<DailyReport> DailyAsync(DateOnly day, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"stats/daily?site_id={_options.SiteId}&date={day:yyyy-MM-dd}")
            .WithKey(_options.ApiKey);
        using var response = await http.SendAsync(message, ct);
        logger.LogInformation("daily report of {Day}: {Status}", day, (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DailyReport>(ct))!;
    }

    public async Task<string> IntranetBannerAsync(CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"stats/live?site_id={_options.SiteId}")
            .WithBearer(_options.IntranetToken);
        using var response = await http.SendAsync(message, ct); ⟪unhandled-auth-error⟫
        return await response.Content.ReadAsStringAsync(ct);
    }

    public async Task<string> GoalsAsync(CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"goals?site_id={_options.SiteId}")
            .WithBearer(Uri.EscapeDataString($"\"{_options.ApiKey}\"")); ⟪unencodable-token⟫
        using var response = await http.SendAsync(message, ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(ct);
    }
}

public sealed record DailyReport(int Visits, int Conversions, decimal Revenue);
