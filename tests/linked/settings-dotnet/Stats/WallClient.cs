namespace Acme.Stats;

public sealed class WallClient
{
    private readonly HttpClient _http;
    private readonly string _key;
    private readonly string _endpoint;

    public WallClient(HttpClient http, IConfiguration configuration)
    {
        _http = http;
        _key = configuration["Traffic:Wall:Key"]!;
        _endpoint = configuration.GetValue<string>("Traffic:Wall:Endpoint")!;
    }

    public async Task<string> LoadAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _endpoint + "/stats/wall");
        request.Headers.Add("X-API-Key", _key);
        using var response = await _http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
