namespace Desk.Sync;

/// <summary>Addresses of the systems that the synchronisation talks to.</summary>
public static class Endpoints
{
    private const string Api = "my.sealmetrics.com";
    private const string Tracker = "t.sealmetrics.com";
    private const string Doors = "doors.lan";

    public static Uri Stats(string site, string report) =>
        new UriBuilder("http", Api) ⟪insecure-endpoint⟫
        {
            Path = $"/api/v1/stats/{Uri.EscapeDataString(site)}/{report}",
        }.Uri;

    public static Uri Script(string siteId) =>
        new UriBuilder(Uri.UriSchemeHttps, Tracker)
        {
            Path = "/t.js",
            Query = $"id={siteId}",
        }.Uri;

    public static Uri Door(string room) =>
        new UriBuilder("http", Doors, 8080)
        {
            Path = $"/rooms/{room}",
        }.Uri;
}
