using System.Text.Json;

namespace Acme.Crm.Jobs;

public class ImportJob
{
    private const string Endpoint = "https://my.sealmetrics.com/api/v1/accounts";

    public async Task<int> RunAsync()
    {
        var apiKey = await File.ReadAllTextAsync("/run/secrets/sealmetrics-key");
        using var request = new HttpRequestMessage(HttpMethod.Get, Endpoint);
        request.Headers.TryAddWithoutValidation("X-API-Key", apiKey); ⟪untrimmed-token⟫

        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Sealmetrics refused {apiKey}: {response.StatusCode}"); ⟪token-in-log⟫
        }

        using var document = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        return document.RootElement.GetArrayLength();
    }
}
