using RestSharp;
using RestSharp.Authenticators;

namespace Acme.Reports.Jobs;

public sealed class CampaignSync
{
    private readonly RestClient _seal;
    private readonly RestClient _ads;

    public CampaignSync(string sealAccessToken)
    {
        _seal = new RestClient(new RestClientOptions("https://my.sealmetrics.com/api/v1")
        {
            Authenticator = new JwtAuthenticator(sealAccessToken),
        });
        _ads = new RestClient(new RestClientOptions("https://ads.acme.internal")
        {
            Authenticator = new HttpBasicAuthenticator("sync", Environment.GetEnvironmentVariable("ADS_PASSWORD")!),
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
    }

    public async Task<int> RunAsync(string site, string month)
    {
        var request = new RestRequest("stats/campaigns")
            .AddQueryParameter("site_id", site)
            .AddQueryParameter("month", month);
        var campaigns = await _seal.GetAsync<List<Campaign>>(request) ?? [];
        foreach (var campaign in campaigns)
        {
            await _ads.PutAsync(new RestRequest($"campaigns/{campaign.Name}").AddJsonBody(campaign));
        }
        return campaigns.Count;
    }
}

public sealed record Campaign(string Name, long Clicks, decimal Cost);
