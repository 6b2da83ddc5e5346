using Refit;

namespace Interfaces;

public interface ISealmetricsApi
{
    [Get("/report/pages")]
    Task<string> PagesAsync([AliasAs("account_id")] string account, [AliasAs("token")] string key); ⟪token-in-url⟫

    [Get("/report/sites")]
    Task<string> SitesAsync([AliasAs("account_id")] string account, [Authorize("Bearer")] string token);
}
