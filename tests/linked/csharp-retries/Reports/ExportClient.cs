using Microsoft.Extensions.Logging;

namespace Acme.Reports;

public sealed class ExportClient(HttpClient http, ILogger<ExportClient> logger)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var response = await http.GetAsync("export", token);
        logger.LogInformation("export: {Status}", (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
