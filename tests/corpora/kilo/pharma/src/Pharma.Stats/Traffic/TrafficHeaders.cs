using System.Net.Http.Headers;

namespace Pharma.Stats.Traffic;

public static class TrafficHeaders
{
    public static HttpRequestMessage WithBearer(this HttpRequestMessage message, string token)
    {
        message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return message;
    }

    public static HttpRequestMessage WithKey(this HttpRequestMessage message, string key)
    {
        message.Headers.Add("X-API-Key", key);
        return message;
    }
}
