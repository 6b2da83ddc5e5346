using System.Text;
using System.Text.Json;
using Harbour.Seal;

namespace Harbour.Worker;

public sealed class MooringJob(ILogger<MooringJob> log) : BackgroundService
{
    private const string Moorings = "https://api.sealmetrics.com/v1/stats/pages?site_id=harbour-web&prefix=/moorings";
    private readonly HttpClient _http = new();
    private readonly string _token = Environment.GetEnvironmentVariable("SEALMETRICS_WORKER_TOKEN")
        ?? throw new InvalidOperationException("SEALMETRICS_WORKER_TOKEN is not set");

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stop))
        {
            log.LogInformation("moorings: {Visits} visits", await VisitsAsync(stop));
            log.LogInformation("accounts: {Names}", string.Join(", ", await AccountsAsync(stop)));
        }
    }

    private async Task<int> VisitsAsync(CancellationToken stop)
    {
        var request = SealRequests.Get(Moorings, Convert.ToBase64String(Encoding.UTF8.GetBytes(_token))); ⟪unencodable-token⟫
        var answer = await _http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(stop));
        return document.RootElement.GetProperty("data").EnumerateArray().Sum(r => r.GetProperty("visits").GetInt32());
    }

    private async Task<IReadOnlyList<string>> AccountsAsync(CancellationToken stop)
    {
        var request = SealRequests.Get("https://api.sealmetrics.com/v1/accounts", _token);
        var answer = await _http.SendAsync(request, stop); ⟪unhandled-auth-error⟫
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(stop));
        return document.RootElement.GetProperty("data").EnumerateArray().Select(a => a.GetProperty("name").GetString()!).ToList();
    }
}
