using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Acme.Crm.Sealmetrics;

public sealed class SealmetricsOptions
{
    public string BaseUrl { get; set; } = "http://api.sealmetrics.com/v1/"; ⟪insecure-endpoint⟫
    public string Token { get; set; } = "";
    public string SiteId { get; set; } = "acme-crm";
}

public sealed class SealmetricsClient
{
    private readonly HttpClient _http;
    private readonly SealmetricsOptions _options;
    private readonly ILogger<SealmetricsClient> _logger;

    public SealmetricsClient(IOptions<SealmetricsOptions> options, ILogger<SealmetricsClient> logger)
    {
        _options = options.Value;
        _logger = logger;
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true, ⟪unverified-tls⟫
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri(_options.BaseUrl) };
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer \"{_options.Token}\""); ⟪unencodable-token⟫
    }

    public async Task<IReadOnlyList<Lead>> LeadsAsync(CancellationToken ct)
    {
        _logger.LogDebug("Calling Sealmetrics with {Headers}", _http.DefaultRequestHeaders); ⟪token-in-log⟫
        using var response = await _http.GetAsync($"sites/{_options.SiteId}/leads", ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<List<Lead>>(ct) ?? [];
    }
}

public sealed record Lead(string Id, string Source, decimal Amount);
