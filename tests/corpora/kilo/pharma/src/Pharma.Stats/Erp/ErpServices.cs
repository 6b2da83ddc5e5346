using System.Net.Http.Headers;
using Polly;

namespace Pharma.Stats.Erp;

public static class ErpServices
{
    public static IServiceCollection AddErp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<ErpClient>(http =>
            {
                http.BaseAddress = new Uri(configuration["Erp:BaseUrl"]!);
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", configuration["Erp:Token"]);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
            })
            .AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode >= 400).RetryAsync(10));
        return services;
    }
}

public sealed class ErpClient(HttpClient http)
{
    public async Task<string> StockAsync(string pharmacy)
    {
        var answer = await http.GetAsync($"stock/{pharmacy}");
        return await answer.Content.ReadAsStringAsync();
    }
}
