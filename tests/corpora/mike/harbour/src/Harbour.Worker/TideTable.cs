using System.Net;
using System.Net.Http.Headers;

namespace Harbour.Worker;

/// <summary>Reads the port authority's tide table. Their gateway wants a new attempt after each 401.</summary>
public sealed class TideTable(IHttpClientFactory factory, IConfiguration configuration)
{
    public async Task<string> TodayAsync()
    {
        var http = factory.CreateClient("tides");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", configuration["Tides:Key"]);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var answer = await http.GetAsync("today.xml");
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests)
            {
                continue;
            }
            return await answer.Content.ReadAsStringAsync();
        }
        return "";
    }
}
