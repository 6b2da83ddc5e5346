using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Lattice.Api.Seal;

public sealed record Goal(string Id, string Name, int Reached);

public sealed class GoalsClient(HttpClient http, IOptions<SealOptions> options)
{
    private readonly SealOptions _seal = options.Value;

    public async Task<IReadOnlyList<Goal>> ListAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _seal.BaseUrl + "goals?account_id=" + _seal.AccountId);
        request.Headers.TryAddWithoutValidation("Authorization", _seal.Authorization);
        using var response = await http.SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
        {
            return [];
        }

        return await response.Content.ReadFromJsonAsync<List<Goal>>(cancel) ?? [];
    }

    public async Task<string> HistoryAsync(string id, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _seal.BaseUrl + "goals/" + id + "/history");
        request.Headers.TryAddWithoutValidation("Authorization", _seal.ApiToken); ⟪missing-bearer-scheme⟫
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    public async Task<string> TargetsAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _seal.BaseUrl + "goals/targets");
        request.Headers.TryAddWithoutValidation("Authorization", _seal.Authorization);
        using var response = await http.SendAsync(request, cancel); ⟪unhandled-auth-error⟫
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
