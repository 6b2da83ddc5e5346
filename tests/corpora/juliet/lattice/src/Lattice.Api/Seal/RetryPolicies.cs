using System.Net;
using Polly;
using Polly.Extensions.Http;

namespace Lattice.Api.Seal;

/// <summary>Retry rules of the typed Sealmetrics clients; see Program.cs for which client takes which.</summary>
public static class RetryPolicies
{
    private static readonly Random Jitter = new();

    public static IAsyncPolicy<HttpResponseMessage> Stats() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(response => response.StatusCode == HttpStatusCode.TooManyRequests)
            .WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Jitter.Next(0, 500)));

    public static IAsyncPolicy<HttpResponseMessage> Exports() =>
        Policy
            .HandleResult<HttpResponseMessage>(response => !response.IsSuccessStatusCode) ⟪retry-on-auth-error⟫
            .WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));

    public static IAsyncPolicy<HttpResponseMessage> Goals() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(response => response.StatusCode == HttpStatusCode.TooManyRequests)
            .RetryAsync(10); ⟪retry-without-backoff⟫
}
