using Harbour.Seal;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSeal(builder.Configuration);

var app = builder.Build();

app.MapGet("/berths/interest", async (SealClient seal, IConfiguration configuration, CancellationToken ct) =>
{
    var today = DateOnly.FromDateTime(DateTime.UtcNow);
    try
    {
        var rows = await seal.VisitsAsync(configuration["Sealmetrics:SiteId"]!, today.AddDays(-30), today, ct);
        return Results.Ok(new { days = rows.Count, visits = rows.Sum(r => r.Visits) });
    }
    catch (SealTokenException e)
    {
        app.Logger.LogError(e, "analytics are off");
        return Results.StatusCode(503);
    }
});

app.MapGet("/status", (IConfiguration configuration) => Results.Ok(new
{
    site = configuration["Sealmetrics:SiteId"],
    token = SealRequests.Mask(configuration["Sealmetrics:Token"]!),
}));

app.Run();
