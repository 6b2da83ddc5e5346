using System.Net;
using Pharma.Stats.Erp;
using Pharma.Stats.Traffic;
using Polly;
using Polly.Contrib.WaitAndRetry;
using Polly.Extensions.Http;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<TrafficOptions>(builder.Configuration.GetSection(TrafficOptions.Section));

var traffic = new Uri(builder.Configuration["Traffic:BaseUrl"]!);

var steady = HttpPolicyExtensions
    .HandleTransientHttpError()
    .OrResult(answer => answer.StatusCode == HttpStatusCode.TooManyRequests)
    .WaitAndRetryAsync(Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromSeconds(1), 5));

var eager = Policy
    .HandleResult<HttpResponseMessage>(answer => !answer.IsSuccessStatusCode) ⟪retry-on-auth-error⟫
    .WaitAndRetryAsync(6, _ => TimeSpan.FromMilliseconds(250)); ⟪retry-without-backoff⟫

builder.Services.AddHttpClient<TrafficClient>(http => http.BaseAddress = traffic).AddPolicyHandler(eager);
builder.Services.AddHttpClient<TokenIssuer>(http => http.BaseAddress = traffic).AddPolicyHandler(steady);
builder.Services.AddErp(builder.Configuration);

var app = builder.Build();

app.MapGet("/board", async (TrafficClient client, CancellationToken ct) =>
    Results.Ok(await client.DailyAsync(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)), ct)));
app.MapGet("/banner", async (TrafficClient client, CancellationToken ct) =>
    Results.Content(await client.IntranetBannerAsync(ct), "application/json"));
app.MapGet("/health", () => "ok");

app.Run();
