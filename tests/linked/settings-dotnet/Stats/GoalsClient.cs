namespace Acme.Stats;

public sealed class GoalsClient(HttpClient http, IConfiguration configuration)
{
    public async Task<string> LoadAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "goals");
        request.Headers.TryAddWithoutValidation("Authorization", "Token " + configuration["Goals:Secret"]); ⟪wrong-scheme⟫
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}

public sealed class ErpClient(HttpClient http, IConfiguration configuration)
{
    public async Task<string> LoadAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "goals");
        request.Headers.TryAddWithoutValidation("Authorization", "Token " + configuration["Erp:Secret"]);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
