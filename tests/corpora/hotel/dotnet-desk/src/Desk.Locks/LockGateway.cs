using System.Net.Http.Headers;

namespace Desk.Locks;

/// <summary>The lock controller in the cellar: self-signed, basic authentication, plain tokens.</summary>
public sealed class LockGateway
{
    private const string Controller = "https://locks.lan:9443";
    private const string ControllerKey = "⟦opaque:cs08⟧";

    private readonly HttpClient _http;

    public LockGateway()
    {
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri(Controller) };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", ControllerKey);
        _http.DefaultRequestHeaders.Add("X-Auth-Token", ControllerKey);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public async Task OpenAsync(string room, CancellationToken ct)
    {
        using var response = await _http.PostAsync($"doors/{room}/open", content: null, ct);
        response.EnsureSuccessStatusCode();
    }
}
