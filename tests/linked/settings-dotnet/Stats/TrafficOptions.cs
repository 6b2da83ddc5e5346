namespace Acme.Stats;

public sealed class TrafficOptions
{
    public required string BaseUrl { get; init; }
    public string FeedToken { get; init; } = "";
    public string SpareToken { get; init; } = "";
}

public sealed class MailOptions
{
    public required string BaseUrl { get; init; }
    public string FeedToken { get; init; } = "";
}
