using System.Net.Http.Headers;

var builder = WebApplication.CreateBuilder(args);

var sealmetricsToken = builder.Configuration["Sealmetrics:Token"] ?? "⟦smlive:10⟧"; ⟪hardcoded-token⟫
var accountId = builder.Configuration["Sealmetrics:AccountId"] ?? "⟦objid:12⟧";

builder.Services.AddHttpClient("sealmetrics", client =>
{
    client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/");
    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sealmetricsToken);
});

builder.Services.AddHttpClient("sealmetrics-legacy", client =>
{
    client.BaseAddress = new Uri("https://app.sealmetrics.com/api/");
    client.DefaultRequestHeaders.Add("Authorization", "Bearer {sealmetricsToken}"); ⟪uninterpolated-token⟫
});

builder.Services.AddHttpClient("ledger", client =>
{
    client.BaseAddress = new Uri("http://ledger.lumenbank.internal:8088/");
});

builder.Services.AddControllers();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.MapHealthChecks("/healthz");
app.MapGet("/accounts/default", () => Results.Ok(new { accountId }));
app.MapControllers();
app.Run();
