using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme.Reports.Seal;

public sealed class SealmetricsOptions
{
    public string BaseUrl { get; set; } = "https://api.sealmetrics.com/v1/";
    public string ApiToken { get; set; } = "";
    public string SiteId { get; set; } = "⟦objid:81⟧";
}

public static class SealmetricsRegistration
{
    public static IServiceCollection AddSealmetrics(this IServiceCollection services)
    {
        services.AddOptions<SealmetricsOptions>()
            .BindConfiguration("Sealmetrics")
            .Validate(o => o.BaseUrl.StartsWith("https://"), "Sealmetrics:BaseUrl must not be http://")
            .Validate(o => o.ApiToken.Length > 0, "Sealmetrics:ApiToken is missing");

        services.AddHttpClient("sealmetrics", (provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<SealmetricsOptions>>().Value;
            http.BaseAddress = new Uri(options.BaseUrl);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiToken.Trim());
        });

        services.AddHttpClient("printers", http => http.BaseAddress = new Uri("http://printers.acme.internal/"))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            });
        return services;
    }
}
