using System.Net;
using System.Net.Http.Headers;
using Lumenbank.Insights;
using Xunit;

namespace Lumenbank.Tests;

public class SealmetricsClientTests
{
    private const string Key = "sm_test_xxxxxxxxxxxxxxxxxxxxxxxx";

    [Fact]
    public void Http_base_address_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SealmetricsOptionsGuard("http://api.sealmetrics.com/v1/"));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Token")]
    public async Task Other_schemes_are_answered_with_401(string scheme)
    {
        using var http = new HttpClient(new StubHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.sealmetrics.com/v1/accounts");
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, Key);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private sealed class StubHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var ok = request.Headers.Authorization is { Scheme: "Bearer", Parameter: Key };
            return Task.FromResult(new HttpResponseMessage(ok ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
        }
    }
}
