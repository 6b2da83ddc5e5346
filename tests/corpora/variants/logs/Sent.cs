using Microsoft.Extensions.Logging;

namespace Logs;

public sealed class Sent(HttpClient http, ILogger<Sent> logger)
{
    public async Task<string> TotalsAsync()
    {
        var held = (await File.ReadAllTextAsync("/run/secrets/seal")).Trim();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.sealmetrics.com/v1/totals");
        request.Headers.Add("X-API-Key", held);
        logger.LogDebug("{Headers}", request.Headers); ⟪token-in-log⟫
        logger.LogDebug("{Held}", held); ⟪token-in-log⟫
        logger.LogDebug("{Address}", request.RequestUri);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
