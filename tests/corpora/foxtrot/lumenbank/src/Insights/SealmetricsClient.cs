using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Lumenbank.Insights;

public sealed class SealmetricsClient : IDisposable
{
    private const string Root = "https://api.sealmetrics.com/v1/";

    private readonly HttpClient _http;

    public SealmetricsClient(string apiToken)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true, ⟪unverified-tls⟫
        };

        _http = new HttpClient(handler) { BaseAddress = new Uri(Root) };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", apiToken); ⟪wrong-scheme⟫
    }

    public async Task<IReadOnlyList<Funnel>> FunnelsAsync(string account, CancellationToken ct)
    {
        using var response = await _http.GetAsync($"accounts/{account}/funnels", ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<List<Funnel>>(ct) ?? [];
    }

    public void Dispose() => _http.Dispose();
}

public sealed record Funnel(string Name, int Entered, int Completed);
