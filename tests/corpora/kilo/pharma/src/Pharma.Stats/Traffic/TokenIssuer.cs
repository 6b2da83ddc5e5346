using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Pharma.Stats.Traffic;

public sealed class TokenIssuer(HttpClient http, IOptions<TrafficOptions> options, IKeyVault vault)
{
    public Task BoardAsync(CancellationToken ct) => IssueAsync("board", TrafficScopes.Board, 45, ct);

    public Task IntranetAsync(CancellationToken ct) => IssueAsync("intranet", TrafficScopes.Intranet, 90, ct);

    private async Task IssueAsync(string name, string[] scopes, int days, CancellationToken ct)
    {
        var order = new Order(name, scopes, [options.Value.AccountId], days);
        using var message = new HttpRequestMessage(HttpMethod.Post, "api-tokens") { Content = JsonContent.Create(order) }
            .WithKey(await vault.ReadAsync("traffic-operator", ct));
        using var response = await http.SendAsync(message, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"token {name} not issued: {(int)response.StatusCode}");
        }

        var made = await response.Content.ReadFromJsonAsync<Issued>(ct);
        await vault.WriteAsync($"traffic-{name}", made!.Token, ct);
    }

    private sealed record Order(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("scopes")] string[] Scopes,
        [property: JsonPropertyName("account_ids")] string[] Accounts,
        [property: JsonPropertyName("expires_in_days")] int Days);

    private sealed record Issued([property: JsonPropertyName("token")] string Token);
}

public interface IKeyVault
{
    Task<string> ReadAsync(string name, CancellationToken ct);
    Task WriteAsync(string name, string value, CancellationToken ct);
}
