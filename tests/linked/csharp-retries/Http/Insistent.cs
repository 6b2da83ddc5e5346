using System.Net;

namespace Acme.Http;

public sealed class Insistent : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        var response = await base.SendAsync(request, token);
        for (var attempt = 0; attempt < 4 && !response.IsSuccessStatusCode; attempt++) ⟪retry-on-auth-error⟫
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), token);
            response = await base.SendAsync(request, token);
        }
        return response;
    }
}
