namespace Acme;

public static class Repeat
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> action, int times)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (HttpRequestException) when (attempt < times) ⟪retry-on-auth-error⟫
            {
                await Task.Delay(500); ⟪retry-without-backoff⟫
            }
        }
    }
}
