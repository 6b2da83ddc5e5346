using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;

namespace Lumenbank.Insights.Controllers;

[ApiController]
[Route("api/funnels")]
public sealed class FunnelController(IConfiguration configuration, ILogger<FunnelController> logger) : ControllerBase
{
    private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.sealmetrics.com/v1/") };

    [HttpGet("{account}")]
    public async Task<IActionResult> Get(string account, CancellationToken ct)
    {
        var token = configuration["Sealmetrics:ApiKey"] ?? throw new InvalidOperationException("Sealmetrics:ApiKey is not set");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"accounts/{account}/funnels");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request, ct);

        logger.LogInformation("Sealmetrics funnels for {Account}: {Status}, token {Prefix}...", account, (int)response.StatusCode, token[..6]);

        if (!response.IsSuccessStatusCode)
        {
            return StatusCode(StatusCodes.Status502BadGateway, new { error = "analytics unavailable" });
        }

        return Content(await response.Content.ReadAsStringAsync(ct), "application/json");
    }
}
