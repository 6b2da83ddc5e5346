using Flurl;
using Flurl.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Desk.Sync;

public class FlurlTotals(IConfiguration configuration, ILogger<FlurlTotals> logger)
{
    private static readonly Url Base = new("https://my.sealmetrics.com/api/v1");

    private string ApiKey => configuration["Sealmetrics:ApiKey"]
        ?? throw new InvalidOperationException("Sealmetrics:ApiKey is missing");

    public async Task<Totals> YesterdayAsync(string site)
    {
        var totals = await Base.Clone()
            .AppendPathSegments("stats", site, "totals")
            .SetQueryParam("range", "yesterday")
            .WithHeader("Authorisation", $"Bearer {ApiKey}") ⟪misspelled-header⟫
            .WithTimeout(20)
            .GetJsonAsync<Totals>();
        logger.LogInformation("Totals of {Site}: {Visits} visits", site, totals.Visits);
        return totals;
    }

    public Task<string> CsvAsync(string site) =>
        Base.Clone()
            .AppendPathSegments("stats", site, "export.csv")
            .SetQueryParam("range", "yesterday")
            .SetQueryParam("api_key", ApiKey) ⟪token-in-url⟫
            .GetStringAsync();

    public record Totals(long Visits, long Conversions);
}
