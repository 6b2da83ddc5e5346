using Acme.Http;
using Acme.Reports;

var builder = WebApplication.CreateBuilder(args);
var api = new Uri("https://api.sealmetrics.com/v1/");

builder.Services.AddTransient<Insistent>();
builder.Services.AddHttpClient<StatsClient>(client => client.BaseAddress = api).AddPolicyHandler(RetryPolicies.Patient());
builder.Services.AddHttpClient<ExportClient>(client => client.BaseAddress = api).AddPolicyHandler(RetryPolicies.Eager());
builder.Services.AddHttpClient<GoalsClient>(client => client.BaseAddress = api).AddPolicyHandler(RetryPolicies.Impatient());
builder.Services.AddHttpClient<AccountsClient>(client => client.BaseAddress = api).AddHttpMessageHandler<Insistent>();
builder.Services.AddHttpClient("billing", client => client.BaseAddress = new Uri("https://billing.acme.io/")).AddPolicyHandler(RetryPolicies.Billing());

builder.Build().Run();
