using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Desk.Sync;

public sealed class NightlyImport(IHttpClientFactory factory, ILogger<NightlyImport> logger) : BackgroundService
{
    private const string Packed = "⟦b64sm:cs11⟧"; ⟪encoded-token⟫
    private static readonly Uri Totals = new("https://my.sealmetrics.com/api/v1/stats/desk/totals");

    private static string Key() => Encoding.ASCII.GetString(Convert.FromBase64String(Packed));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(24));
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Totals);
            request.Headers.Add("X-API-Key", Key());
            using var response = await factory.CreateClient("seal").SendAsync(request, stoppingToken);
            if (!response.IsSuccessStatusCode)
            {
                logger.LogError("totals answered {Status}", (int)response.StatusCode);
                return;
            }
            logger.LogInformation("imported {Bytes} bytes", (await response.Content.ReadAsByteArrayAsync(stoppingToken)).Length);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
