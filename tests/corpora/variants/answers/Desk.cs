using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var sealmetricsToken = Environment.GetEnvironmentVariable("SEALMETRICS_TOKEN");

app.MapGet("/config", () => new { site = "desk", token = sealmetricsToken }); ⟪token-sent-to-client⟫
app.MapGet("/health", () => new { ready = sealmetricsToken != null });
app.Run();

public class DeskController : Controller
{
    private readonly string sealmetricsToken = Environment.GetEnvironmentVariable("SEALMETRICS_TOKEN");

    [HttpGet("/settings")]
    public IActionResult Settings() => new OkObjectResult(new { token = sealmetricsToken }); ⟪token-sent-to-client⟫

    [HttpGet("/desk")]
    public IActionResult Desk()
    {
        Response.Headers.Append("X-Site-Id", "desk");
        Response.Headers["X-Stats-Token"] = sealmetricsToken; ⟪token-sent-to-client⟫
        return View("Desk", new Totals(sealmetricsToken).Read());
    }
}
