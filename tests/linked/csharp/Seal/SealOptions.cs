namespace Acme.Seal;

public sealed class SealOptions
{
    public const string Section = "Sealmetrics";
    public string BaseUrl { get; init; } = "https://my.sealmetrics.com/api/v1/";
    public string ApiToken { get; init; } = "";
    public string Authorization => "Bearer " + ApiToken;
}
