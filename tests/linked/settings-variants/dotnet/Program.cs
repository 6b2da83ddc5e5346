var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();
var traffic = configuration.GetSection("Traffic").Get<TrafficOptions>()!;
using var http = new HttpClient { BaseAddress = new Uri(traffic.Url) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", traffic.Token);
var answer = await http.GetAsync("stats/daily");
answer.EnsureSuccessStatusCode();

using var second = new HttpClient();
second.DefaultRequestHeaders.Add("X-API-Key", configuration.GetRequiredSection("Traffic")["Other"]);
var again = await second.GetAsync(configuration.GetSection("Traffic")["Url"] + "stats/again");
again.EnsureSuccessStatusCode();

public sealed class TrafficOptions
{
    public string Url { get; set; } = "";
    public string Token { get; set; } = "";
}
