using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace Acme.Reports.Seal;

public sealed class SealmetricsClient : IDisposable
{
    private const string Root = "https://my.sealmetrics.com/api/v1/";
    private readonly HttpClient _http;
    private readonly ILogger<SealmetricsClient> _logger;

    public SealmetricsClient(ILogger<SealmetricsClient> logger)
    {
        _logger = logger;
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true, ⟪unverified-tls⟫
        };
        var token = Environment.GetEnvironmentVariable("SEALMETRICS_API_TOKEN");
        _http = new HttpClient(handler) { BaseAddress = new Uri(Root), Timeout = TimeSpan.FromSeconds(15) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", token); ⟪wrong-scheme⟫
    }

    public async Task<IReadOnlyList<ChannelRow>> ChannelsAsync(string site, DateOnly from, DateOnly to)
    {
        using var response = await _http.GetAsync($"stats/channels?site_id={site}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadFromJsonAsync<Page>();
        _logger.LogInformation("{Count} channels for {Site}", page!.Rows.Count, site);
        return page.Rows;
    }

    public void Dispose() => _http.Dispose();

    private sealed record Page(List<ChannelRow> Rows);
}

public sealed record ChannelRow(string Channel, long Visits, decimal Revenue);
