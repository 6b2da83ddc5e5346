using System.Net.Http.Headers;

namespace Harbour.Seal;

public static class SealRequests
{
    public static HttpRequestMessage Get(string url, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    public static string Mask(string token) => token.Length < 10 ? "***" : $"{token[..3]}***{token[^2..]}";
}
