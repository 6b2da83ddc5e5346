using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Harbour.Seal;

/// <summary>Puts the token on each request that leaves through the named client.</summary>
public sealed class SealAuthHandler(IOptionsMonitor<SealOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.CurrentValue.Token);
        return base.SendAsync(request, ct);
    }
}
