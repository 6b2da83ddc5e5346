using System.Net;
using Polly;

namespace Lodge;

public static class SealPolicies
{
    public static IAsyncPolicy<HttpResponseMessage> Patient() =>
        Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode >= 500)
            .WaitAndRetryAsync(4, n => TimeSpan.FromSeconds(Math.Pow(2, n)));
}
