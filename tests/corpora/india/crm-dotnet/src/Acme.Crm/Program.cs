using System.Net.Http.Headers;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Acme.Crm.Sealmetrics;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddAzureKeyVault(new Uri("https://acme-crm.vault.azure.net/"), new DefaultAzureCredential());
builder.Services.Configure<SealmetricsOptions>(builder.Configuration.GetSection("Sealmetrics"));

builder.Services.AddHttpClient("sealmetrics", (services, client) =>
{
    var options = services.GetRequiredService<IOptions<SealmetricsOptions>>().Value;
    client.BaseAddress = new Uri("https://api.sealmetrics.com/v1/");
    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
    client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
});

var app = builder.Build();

app.MapGet("/analytics/leads", async (IHttpClientFactory factory, ILogger<Program> logger, CancellationToken ct) =>
{
    var response = await factory.CreateClient("sealmetrics").GetAsync("sites/acme-crm/leads", ct);
    logger.LogInformation("Sealmetrics answered {Status}", response.StatusCode);
    return response.IsSuccessStatusCode
        ? Results.Content(await response.Content.ReadAsStringAsync(ct), "application/json")
        : Results.StatusCode(502);
});

app.Run();
