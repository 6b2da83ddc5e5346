using System.ComponentModel.DataAnnotations;

namespace Lattice.Api.Seal;

public sealed class SealOptions
{
    public const string Section = "Sealmetrics";

    [Required, Url]
    public string BaseUrl { get; init; } = "https://my.sealmetrics.com/api/v1/";

    [Required]
    public string ApiToken { get; init; } = "";

    public string AccountId { get; init; } = "lattice";

    public int TimeoutSeconds { get; init; } = 20;

    public string Authorization => "Bearer " + ApiToken;
}
