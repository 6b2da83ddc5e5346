using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Bodies;

public class Account
{
    public string Email { get; set; }
    public string Password { get; set; }
}

public sealed class Login(HttpClient http)
{
    public Task<HttpResponseMessage> Ours()
    {
        var account = new Account
        {
            Email = "desk@hotel.example",
            Password = "⟦pw:v16⟧" ⟪hardcoded-login⟫
        };
        return http.PostAsync("https://app.sealmetrics.com/api/auth/login",
            new StringContent(JsonSerializer.Serialize(account), Encoding.UTF8, "application/json"));
    }

    public Task<HttpResponseMessage> Board() =>
        http.PostAsJsonAsync("https://board.example-desk.com/login", new Account { Email = "desk", Password = "⟦pw:v17⟧" });
}
