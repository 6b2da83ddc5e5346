using System.Net.Http.Headers;
using System.Text.Json;

namespace Acme.Tools;

public static class SiteList
{
    private const string Api = "https://api.sealmetrics.com/v1";

    public static async Task PrintAsync(string account)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };

        var sites = await http.GetStringAsync($"{Api}/accounts/{account}/sites"); ⟪missing-authorization⟫
        foreach (var site in JsonDocument.Parse(sites).RootElement.GetProperty("items").EnumerateArray())
        {
            Console.WriteLine(site.GetProperty("id").GetString());
        }
    }

    public static async Task<bool> PingAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.GetAsync($"{Api}/health");
        return response.IsSuccessStatusCode;
    }

    public static async Task<int> SegmentCountAsync(string site)
    {
        var token = Environment.GetEnvironmentVariable("SEALMETRICS_API_TOKEN");
        using var http = new HttpClient();
        using var response = await http.GetAsync($"{Api}/sites/{site}/segments?token={token}"); ⟪token-in-url⟫
        response.EnsureSuccessStatusCode();
        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return body.RootElement.GetProperty("items").GetArrayLength();
    }
}
