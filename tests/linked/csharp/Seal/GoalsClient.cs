using Microsoft.Extensions.Options;

namespace Acme.Seal;

public sealed class GoalsClient(HttpClient http, IOptions<SealOptions> options)
{
    private readonly SealOptions _seal = options.Value;

    public async Task<string> ListAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _seal.BaseUrl + "goals");
        request.Headers.TryAddWithoutValidation("Authorization", _seal.Authorization);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    public async Task<string> HistoryAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _seal.BaseUrl + "goals/history");
        request.Headers.TryAddWithoutValidation("Authorization", _seal.ApiToken); ⟪missing-bearer-scheme⟫
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
