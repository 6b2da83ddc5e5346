namespace Pharma.Stats.Traffic;

public sealed class TrafficOptions
{
    public const string Section = "Traffic";

    public required string BaseUrl { get; init; }
    public required string SiteId { get; init; }
    public required string AccountId { get; init; }
    public string ApiKey { get; init; } = "";
    public string IntranetToken { get; init; } = "";
}

public static class TrafficScopes
{
    public static readonly string[] Board = ["stats:read", "sites:read"];
    public static readonly string[] Intranet = ["read", "write", "admin", "superadmin"]; ⟪excessive-scope⟫
}
