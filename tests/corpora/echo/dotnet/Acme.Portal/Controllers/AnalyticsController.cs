using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace Acme.Portal.Controllers;

[Authorize]
public class AnalyticsController : Controller
{
    private readonly IConfiguration _configuration;
    private readonly IVisitService _visits;

    public AnalyticsController(IConfiguration configuration, IVisitService visits)
    {
        _configuration = configuration;
        _visits = visits;
    }

    [HttpGet("/analytics")]
    public async Task<IActionResult> Index(int days = 7)
    {
        ViewBag.SiteId = _configuration["Sealmetrics:SiteId"];
        ViewBag.SealmetricsApiKey = _configuration["Sealmetrics:ApiKey"]; ⟪token-sent-to-client⟫
        return View(await _visits.LastAsync(days));
    }

    [HttpGet("/analytics/visits.json")]
    public async Task<IActionResult> Visits(int days = 7)
    {
        var rows = await _visits.LastAsync(days);
        return Json(new { site = _configuration["Sealmetrics:SiteId"], rows });
    }

    [HttpGet("/analytics/status.json")]
    public IActionResult Status()
    {
        var configured = !string.IsNullOrEmpty(_configuration["Sealmetrics:ApiKey"]);
        return Json(new { configured });
    }
}

public interface IVisitService
{
    Task<IReadOnlyList<VisitRow>> LastAsync(int days);
}

public sealed record VisitRow(DateOnly Day, long Visits);
