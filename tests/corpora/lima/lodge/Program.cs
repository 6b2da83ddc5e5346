using System.Net;
using System.Net.Http.Headers;
using Lodge;
using Polly;

var builder = WebApplication.CreateBuilder(args);
var section = builder.Configuration.GetSection("Sealmetrics");

builder.Services.AddHttpClient<SealmetricsClient>(http =>
{
    http.BaseAddress = new Uri(section["BaseUrl"]!);
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", section["ApiKey"]);
}).AddPolicyHandler(SealPolicies.Patient());

var app = builder.Build();
app.MapGet("/occupancy", (SealmetricsClient client) => client.OccupancyAsync());
app.Run();
