using System.ComponentModel.DataAnnotations;

namespace Harbour.Seal;

public sealed class SealOptions
{
    public const string Section = "Sealmetrics";

    [Required]
    public string Token { get; set; } = "";

    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.sealmetrics.com/v1/");

    public string SiteId { get; set; } = "harbour";

    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;
}
