using System.Net.Http.Headers;

namespace Acme.Tools;

public static class SealProbe
{
    private static string Url(string path, string scheme = "http") => $"{scheme}://my.sealmetrics.com/api/v1/{path}"; ⟪insecure-scheme-fallback⟫

    public static async Task<int> Main(string[] args)
    {
        var tokenPath = args.Length > 0 ? args[0] : "/run/secrets/sealmetrics_token";
        var token = File.ReadAllText(tokenPath);

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Url("accounts", "https"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"); ⟪untrimmed-token⟫

        using var response = await http.SendAsync(request);
        Console.WriteLine($"accounts: {(int)response.StatusCode}");
        return response.IsSuccessStatusCode ? 0 : 1;
    }
}
