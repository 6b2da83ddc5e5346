using Microsoft.Extensions.Logging;

namespace Lodge;

public class SealmetricsClient(HttpClient http, ILogger<SealmetricsClient> logger)
{
    public async Task<string> OccupancyAsync()
    {
        var response = await http.GetAsync("stats/occupancy");
        response.EnsureSuccessStatusCode();
        logger.LogInformation("occupancy read, {Status}", response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<string> GuestsAsync()
    {
        var response = await http.GetAsync("stats/guests"); ⟪unhandled-auth-error⟫
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> RoomsAsync() => http.GetStringAsync("stats/rooms");
}
