using Acme.Reports.Seal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Acme.Reports.Tests;

public class SealmetricsRegistrationTests
{
    private static SealmetricsOptions Options(string baseUrl, string token) =>
        new ServiceCollection()
            .AddSealmetrics()
            .PostConfigure<SealmetricsOptions>(o => { o.BaseUrl = baseUrl; o.ApiToken = token; })
            .BuildServiceProvider()
            .GetRequiredService<IOptions<SealmetricsOptions>>()
            .Value;

    [Theory]
    [InlineData("http://api.sealmetrics.com/v1/")]
    [InlineData("http://my.sealmetrics.com/api/v1/")]
    public void PlainHttpIsRefused(string url)
    {
        Assert.Throws<OptionsValidationException>(() => Options(url, "changeme"));
    }

    [Fact]
    public void AnEmptyTokenIsRefused()
    {
        Assert.Throws<OptionsValidationException>(() => Options("https://api.sealmetrics.com/v1/", ""));
    }

    [Fact]
    public void GoodOptionsAreTaken()
    {
        Assert.Equal("xxxx", Options("https://api.sealmetrics.com/v1/", "xxxx").ApiToken);
    }
}
