using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Desk.Sync;

public sealed record Account(string Id, string Name);

public sealed record Page<T>(IReadOnlyList<T> Data, string? Next);

[Headers("Authorization: Bearer", "Accept: application/json")]
public interface ISealApi
{
    [Get("/accounts")]
    Task<Page<Account>> AccountsAsync([Query] int page = 1, CancellationToken ct = default);

    [Get("/accounts/{id}/totals")]
    Task<IReadOnlyDictionary<string, long>> TotalsAsync(string id, CancellationToken ct = default);
}

public interface ITokenSource
{
    Task<string> GetAsync(CancellationToken ct);
}

public static class SealRegistration
{
    private const string Production = "https://api.sealmetrics.com/v1";

    public static IServiceCollection AddSeal(this IServiceCollection services)
    {
        services
            .AddRefitClient<ISealApi>(provider => new RefitSettings
            {
                AuthorizationHeaderValueGetter = (_, ct) => provider.GetRequiredService<ITokenSource>().GetAsync(ct),
            })
            .ConfigureHttpClient(client => client.BaseAddress = new Uri(Production));
        return services;
    }
}
