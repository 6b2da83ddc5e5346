using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Lumenbank.Insights.Controllers;

public sealed class SealmetricsOptions
{
    public string BaseUrl { get; set; } = "https://api.sealmetrics.com/v1/";
    public string AccountId { get; set; } = "";
    public string ApiKey { get; set; } = "";
}

[Authorize]
[ApiController]
[Route("api/bootstrap")]
public sealed class BootstrapController(IOptions<SealmetricsOptions> sealmetrics, ILogger<BootstrapController> logger) : ControllerBase
{
    private readonly SealmetricsOptions _options = sealmetrics.Value;

    [HttpGet]
    public IActionResult Get()
    {
        logger.LogInformation("Bootstrap for {User}, account {Account}", User.Identity?.Name, _options.AccountId);
        return Ok(new { account = _options.AccountId, sealmetricsKey = _options.ApiKey }); ⟪token-sent-to-client⟫
    }

    [HttpGet("flags")]
    public IActionResult Flags() => Ok(new
    {
        analytics = _options.ApiKey.Length > 0,
        baseUrl = _options.BaseUrl,
    });
}
