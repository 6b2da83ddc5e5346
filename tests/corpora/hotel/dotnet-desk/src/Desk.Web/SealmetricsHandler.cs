using System.Net.Http.Headers;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Logging;

namespace Desk.Web;

/// <summary>Adds the credential to calls of https://api.sealmetrics.com, never over http://.</summary>
public sealed class SealmetricsHandler(SecretClient vault, ILogger<SealmetricsHandler> logger) : DelegatingHandler
{
    private const string SecretName = "sealmetrics-api-token";
    private string? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri?.Scheme != Uri.UriSchemeHttps)
        {
            throw new InvalidOperationException("Only https is allowed");
        }

        _token ??= (await vault.GetSecretAsync(SecretName, cancellationToken: ct)).Value.Value;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);

        var response = await base.SendAsync(request, ct);
        logger.LogInformation("{Path} answered {Status}", request.RequestUri.AbsolutePath, (int)response.StatusCode);
        response.EnsureSuccessStatusCode();
        return response;
    }

    public static SecretClient Vault(string name) =>
        new(new Uri($"https://{name}.vault.azure.net"), new DefaultAzureCredential());
}
