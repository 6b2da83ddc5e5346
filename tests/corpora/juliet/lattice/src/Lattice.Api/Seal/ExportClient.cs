using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Lattice.Api.Seal;

public sealed class ExportClient
{
    private readonly HttpClient _http;

    public ExportClient(HttpClient http, IOptions<SealOptions> options)
    {
        _http = http;
        _http.BaseAddress = new Uri(options.Value.BaseUrl);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Authorization); ⟪duplicate-scheme⟫
    }

    public async Task<byte[]> DownloadAsync(string id, CancellationToken cancel)
    {
        using var response = await _http.GetAsync($"exports/{Uri.EscapeDataString(id)}", cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancel);
    }
}
