using System.Net;
using System.Net.Http.Headers;
using Desk.Web;
using RichardSzalay.MockHttp;
using Xunit;

namespace Desk.Tests;

public class SealmetricsHandlerTests
{
    [Fact]
    public async Task Plain_http_is_refused()
    {
        using var client = new HttpClient(TestHandlers.Sealmetrics("test-token"));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.GetAsync("http://api.sealmetrics.com/v1/accounts"));
    }

    [Fact]
    public async Task Header_has_the_scheme()
    {
        var mock = new MockHttpMessageHandler();
        mock.Expect("https://api.sealmetrics.com/v1/accounts")
            .WithHeaders("Authorization", "Bearer test-token")
            .Respond(HttpStatusCode.OK, "application/json", "[]");

        using var client = new HttpClient(TestHandlers.Sealmetrics("test-token", mock));
        var response = await client.GetAsync("https://api.sealmetrics.com/v1/accounts");

        Assert.True(response.IsSuccessStatusCode);
        mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public void Scheme_is_case_insensitive() =>
        Assert.Equal("bearer", AuthenticationHeaderValue.Parse("bearer test-token").Scheme);
}
