using System.Net.Http.Headers;
using System.Text;

namespace Lumenbank.Batch;

public static class MonthlyStatement
{
    private const string Analytics = "https://my.sealmetrics.com/api/v1";
    private const string Packed = "⟦b64sm:13⟧"; ⟪encoded-token⟫

    private static string Unpack(string value) => Encoding.ASCII.GetString(Convert.FromBase64String(value));

    public static async Task<string> ChannelsAsync(string month)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-API-Key", Unpack(Packed));
        return await http.GetStringAsync($"{Analytics}/stats/channels?month={month}");
    }

    public static async Task<string> GoalsAsync(string month)
    {
        var bearer = $"Bearer {Environment.GetEnvironmentVariable("SEALMETRICS_API_TOKEN")}";
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer); ⟪duplicate-scheme⟫
        return await http.GetStringAsync($"{Analytics}/stats/goals?month={month}");
    }

    public static async Task<string> SitesAsync()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync($"{Analytics}/sites"); ⟪missing-authorization⟫
    }

    public static async Task<bool> ReadyAsync()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync("https://my.sealmetrics.com/api/v1/readyz");
        return response.IsSuccessStatusCode;
    }
}
