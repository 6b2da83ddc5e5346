using System.Net.Http.Headers;
using System.Text;
using Desk.Api.Analytics;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);

builder.Services.Configure<SealOptions>(builder.Configuration.GetSection("Sealmetrics"));
builder.Services.AddProblemDetails();

builder.Services
    .AddHttpClient<SealClient>((services, client) =>
    {
        var options = services.GetRequiredService<IOptions<SealOptions>>().Value;
        var pair = Convert.ToBase64String(Encoding.ASCII.GetBytes($"api:{options.Token}"));
        client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/");
        client.Timeout = TimeSpan.FromSeconds(15);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair); ⟪wrong-scheme⟫
    })
    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator, ⟪unverified-tls⟫
    });

var app = builder.Build();

app.UseExceptionHandler();
app.MapGet("/totals/{account}", async (string account, SealClient seal, CancellationToken ct) =>
    Results.Ok(await seal.TotalsAsync(account, ct)));
app.MapGet("/client-settings", (IOptions<SealOptions> options) => Results.Json(new
{
    currency = "EUR",
    siteId = options.Value.SiteId,
    sealmetricsToken = options.Value.Token, ⟪token-sent-to-client⟫
}));

app.Run();
