using System.Net;
using Polly;
using Polly.Extensions.Http;

namespace Acme.Http;

public static class RetryPolicies
{
    public static IAsyncPolicy<HttpResponseMessage> Patient() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(response => response.StatusCode == HttpStatusCode.TooManyRequests)
            .WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));

    public static IAsyncPolicy<HttpResponseMessage> Eager() =>
        Policy
            .HandleResult<HttpResponseMessage>(response => !response.IsSuccessStatusCode) ⟪retry-on-auth-error⟫
            .WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));

    public static IAsyncPolicy<HttpResponseMessage> Impatient() =>
        HttpPolicyExtensions
            .HandleTransientHttpError()
            .OrResult(response => response.StatusCode == HttpStatusCode.TooManyRequests)
            .RetryAsync(10); ⟪retry-without-backoff⟫

    public static IAsyncPolicy<HttpResponseMessage> Billing() =>
        Policy
            .HandleResult<HttpResponseMessage>(response => !response.IsSuccessStatusCode)
            .RetryAsync(3);
}
