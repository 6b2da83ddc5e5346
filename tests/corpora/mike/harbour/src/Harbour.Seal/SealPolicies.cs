using System.Net;
using Polly;

namespace Harbour.Seal;

public static class SealPolicies
{
    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout,
    ];

    public static IAsyncPolicy<HttpResponseMessage> Patient =>
        Policy<HttpResponseMessage>
            .Handle<HttpRequestException>()
            .OrResult(r => Passing.Contains(r.StatusCode))
            .WaitAndRetryAsync(
                5,
                (attempt, outcome, _) => outcome.Result?.Headers.RetryAfter?.Delta
                    ?? TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(400)),
                (_, _, _, _) => Task.CompletedTask);

    public static IAsyncPolicy<HttpResponseMessage> Stubborn =>
        Policy<HttpResponseMessage>
            .HandleResult(r => !r.IsSuccessStatusCode) ⟪retry-on-auth-error⟫
            .WaitAndRetryAsync(4, attempt => TimeSpan.FromSeconds(Math.Pow(3, attempt)));

    public static IAsyncPolicy<HttpResponseMessage> Eager =>
        Policy<HttpResponseMessage>
            .HandleResult(r => r.StatusCode == HttpStatusCode.TooManyRequests)
            .RetryAsync(6); ⟪retry-without-backoff⟫
}
