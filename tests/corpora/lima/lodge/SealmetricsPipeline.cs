using System.Net;
using Polly;
using Polly.Retry;

namespace Lodge;

public static class SealmetricsPipeline
{
    public static ResiliencePipeline<HttpResponseMessage> Reports() =>
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => r.StatusCode == HttpStatusCode.TooManyRequests),
            MaxRetryAttempts = 5,
            Delay = TimeSpan.Zero, ⟪retry-without-backoff⟫
        }).Build();

    public static ResiliencePipeline<HttpResponseMessage> Exports() =>
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => (int)r.StatusCode >= 500),
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
}
