using Microsoft.Extensions.Logging;

namespace Acme.Reports;

public sealed class GoalsClient(HttpClient http, ILogger<GoalsClient> logger)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var response = await http.GetAsync("goals", token);
        logger.LogInformation("goals: {Status}", (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
