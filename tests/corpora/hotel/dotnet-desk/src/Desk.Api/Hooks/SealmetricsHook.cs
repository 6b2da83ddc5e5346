using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Desk.Api.Hooks;

public sealed class SealmetricsHookOptions
{
    public const string Section = "Sealmetrics:Webhook";
    public string SigningSecret { get; init; } = "";
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);
}

[ApiController]
[Route("hooks/sealmetrics")]
public sealed class SealmetricsHook(IOptions<SealmetricsHookOptions> options, ILogger<SealmetricsHook> logger) : ControllerBase
{
    private const string SignatureHeader = "X-Sealmetrics-Signature";

    [HttpPost]
    public async Task<IActionResult> Receive(CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await Request.Body.CopyToAsync(buffer, ct);

        var key = Encoding.UTF8.GetBytes(options.Value.SigningSecret);
        var expected = HMACSHA256.HashData(key, buffer.ToArray());
        var sent = Convert.FromHexString(Request.Headers[SignatureHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(expected, sent))
        {
            logger.LogWarning("A webhook with a wrong signature was refused");
            return BadRequest();
        }
        return Accepted(new { received = buffer.Length });
    }
}
