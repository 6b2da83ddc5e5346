using System.Net.Http.Headers;
using Lattice.Api.Mail;
using Lattice.Api.Seal;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddOptions<SealOptions>()
    .BindConfiguration(SealOptions.Section)
    .ValidateDataAnnotations()
    .ValidateOnStart();

builder.Services.AddHttpClient<StatsClient>((services, http) =>
{
    var seal = services.GetRequiredService<IOptions<SealOptions>>().Value;
    http.BaseAddress = new Uri(seal.BaseUrl);
    http.Timeout = TimeSpan.FromSeconds(seal.TimeoutSeconds);
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", seal.ApiToken);
}).AddPolicyHandler(RetryPolicies.Stats());

builder.Services.AddHttpClient<ExportClient>().AddPolicyHandler(RetryPolicies.Exports());
builder.Services.AddHttpClient<GoalsClient>().AddPolicyHandler(RetryPolicies.Goals());
builder.Services.AddSingleton<SendGridMailer>();

var app = builder.Build();

app.MapGet("/overview", (StatsClient stats, CancellationToken cancel) => stats.OverviewAsync(cancel));
app.MapGet("/goals", (GoalsClient goals, CancellationToken cancel) => goals.ListAsync(cancel));
app.MapGet("/settings", (IOptions<SealOptions> seal) => new { seal.Value.AccountId, seal.Value.TimeoutSeconds });
app.MapGet("/exports/{id}", async (string id, ExportClient exports, CancellationToken cancel) =>
    Results.File(await exports.DownloadAsync(id, cancel), "text/csv"));

app.Run();
