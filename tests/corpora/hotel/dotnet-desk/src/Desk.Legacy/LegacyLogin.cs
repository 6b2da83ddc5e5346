using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace Desk.Legacy;

public sealed class LegacyLogin(HttpClient http, ILogger<LegacyLogin> logger)
{
    private const string LoginUrl = "https://app.sealmetrics.com/api/auth/login";
    private const string ReportUrl = "https://app.sealmetrics.com/api/report?date=";

    private sealed record Credentials(string Email, string Password);

    private static readonly Credentials Service = new(
        Email: "reports@miramar.example",
        Password: "⟦pw:cs12⟧"); ⟪hardcoded-login⟫

    public async Task<string> TokenAsync(CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync(LoginUrl, Service, ct);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(ct);
        return body!["access_token"];
    }

    public async Task<string> ReportAsync(DateOnly day, string tokenFile, CancellationToken ct)
    {
        var saved = await File.ReadAllTextAsync(tokenFile, ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, ReportUrl + day.ToString("yyyy-MM-dd"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {saved}"); ⟪untrimmed-token⟫
        using var response = await http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        logger.LogInformation("report of {Day} read", day);
        return await response.Content.ReadAsStringAsync(ct);
    }
}
