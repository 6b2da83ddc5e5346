using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Acme;

public sealed class PipelineClient(HttpClient http)
{
    private readonly ResiliencePipeline<HttpResponseMessage> _eager = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => !r.IsSuccessStatusCode), ⟪retry-on-auth-error⟫
            Delay = TimeSpan.FromMilliseconds(100), ⟪retry-without-backoff⟫
        })
        .Build();

    public async Task<string> AllAsync(CancellationToken token)
    {
        var response = await _eager.ExecuteAsync(async t => await http.GetAsync("https://api.sealmetrics.com/v1/open", t), token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
}
