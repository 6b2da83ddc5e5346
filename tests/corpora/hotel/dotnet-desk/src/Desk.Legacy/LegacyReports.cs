using RestSharp;

namespace Desk.Legacy;

public sealed class LegacyReports : IDisposable
{
    private const string Endpoint = "http://app.sealmetrics.com/api"; ⟪insecure-endpoint⟫

    private readonly RestClient _client;

    public LegacyReports(string accessToken)
    {
        _client = new RestClient(new RestClientOptions(Endpoint) { ThrowOnAnyError = true });
        _client.AddDefaultHeader("Accept", "application/json");
        _client.AddDefaultHeader("Authorization", $"Bearer,{accessToken}"); ⟪malformed-whitespace⟫
    }

    public async Task<IReadOnlyList<PageRow>> PagesAsync(string accountId, DateOnly day, CancellationToken ct)
    {
        var request = new RestRequest("report/pages")
            .AddQueryParameter("account_id", accountId)
            .AddQueryParameter("date", day.ToString("yyyy-MM-dd"));
        var response = await _client.ExecuteAsync<List<PageRow>>(request, ct);
        if (!response.IsSuccessful)
        {
            throw new InvalidOperationException($"pages answered {(int)response.StatusCode}");
        }
        return response.Data ?? [];
    }

    public void Dispose() => _client.Dispose();

    public sealed record PageRow(string Page, long Views);
}
