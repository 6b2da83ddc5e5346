using System.Net;
using Acme;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHttpClient<EagerClient>(client => client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/"))
    .AddResilienceHandler("eager", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
    {
        MaxRetryAttempts = 5,
        Delay = TimeSpan.FromMilliseconds(200), ⟪retry-without-backoff⟫
        BackoffType = DelayBackoffType.Constant,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.IsSuccessStatusCode == false), ⟪retry-on-auth-error⟫
    }));

builder.Services.AddHttpClient<CalmClient>(client => client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/"))
    .AddResilienceHandler("calm", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
    {
        MaxRetryAttempts = 5,
        Delay = TimeSpan.FromSeconds(1),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable),
    }));

builder.Services.AddHttpClient<PlainClient>(client => client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/"))
    .AddStandardResilienceHandler();

builder.Build().Run();
