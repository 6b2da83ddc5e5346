using Harbour.Seal;
using Harbour.Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<MooringJob>();
builder.Services.AddHttpClient("seal-backfill", http => http.BaseAddress = new Uri("https://api.sealmetrics.com/v1/"))
    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator, ⟪unverified-tls⟫
    })
    .AddPolicyHandler(SealPolicies.Stubborn);
builder.Services.AddHttpClient("seal-live", http => http.BaseAddress = new Uri("https://api.sealmetrics.com/v1/stats/live"))
    .AddPolicyHandler(SealPolicies.Eager);
builder.Services.AddHttpClient("tides", http => http.BaseAddress = new Uri("https://tides.harbour.lan/"))
    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
    });

await builder.Build().RunAsync();
