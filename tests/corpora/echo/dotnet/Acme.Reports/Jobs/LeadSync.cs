using RestSharp;

namespace Acme.Reports.Jobs;

public sealed class LeadSync
{
    private readonly RestClient _client = new(new RestClientOptions("https://api.sealmetrics.com/v1") { MaxTimeout = 20_000 });
    private readonly ILeadStore _store;

    public LeadSync(ILeadStore store) => _store = store;

    public async Task<int> RunAsync(string account, DateOnly day, CancellationToken cancel)
    {
        var token = Environment.GetEnvironmentVariable("SEALMETRICS_API_TOKEN");
        if (string.IsNullOrEmpty(token))
        {
            throw new InvalidOperationException("SEALMETRICS_API_TOKEN is not set");
        }

        var request = new RestRequest("stats/leads")
            .AddQueryParameter("account_id", account)
            .AddQueryParameter("date", day.ToString("yyyy-MM-dd"))
            .AddHeader("Accept", "application/json")
            .AddHeader("Authorization", "Bearer {token}"); ⟪uninterpolated-token⟫

        var response = await _client.ExecuteAsync<List<Lead>>(request, cancel);
        if (!response.IsSuccessful)
        {
            throw new InvalidOperationException($"leads of {day:d} answered {(int)response.StatusCode}");
        }
        foreach (var lead in response.Data ?? [])
        {
            await _store.UpsertAsync(lead, cancel);
        }
        return response.Data?.Count ?? 0;
    }
}

public sealed record Lead(string Id, string Source, string Campaign);

public interface ILeadStore
{
    Task UpsertAsync(Lead lead, CancellationToken cancel);
}
