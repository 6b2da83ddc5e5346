using Microsoft.Extensions.Logging;

namespace Acme.Reports;

public sealed class AccountsClient(HttpClient http, ILogger<AccountsClient> logger)
{
    public async Task<string> AllAsync(CancellationToken token)
    {
        using var response = await http.GetAsync("accounts", token);
        logger.LogInformation("accounts: {Status}", (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
