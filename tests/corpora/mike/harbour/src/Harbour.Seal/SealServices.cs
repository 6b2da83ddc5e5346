using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Harbour.Seal;

public static class SealServices
{
    public static IServiceCollection AddSeal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SealOptions>()
            .Bind(configuration.GetSection(SealOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddTransient<SealAuthHandler>();
        services.AddHttpClient<SealClient>((provider, http) =>
            {
                var options = provider.GetRequiredService<IOptions<SealOptions>>().Value;
                http.BaseAddress = options.BaseUrl;
                http.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
            })
            .AddHttpMessageHandler<SealAuthHandler>()
            .AddPolicyHandler(SealPolicies.Patient);
        return services;
    }
}
