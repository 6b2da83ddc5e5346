using Acme.Stats;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<TrafficOptions>(builder.Configuration.GetSection("Traffic"));
builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
builder.Services.AddHttpClient<FeedClient>();
builder.Services.AddHttpClient<WallClient>();
builder.Services.AddHttpClient<GoalsClient>(http => http.BaseAddress = new Uri(builder.Configuration["Traffic:BaseUrl"]!));
builder.Services.AddHttpClient<ErpClient>((services, http) => http.BaseAddress = new Uri("https://erp.internal/"));
var app = builder.Build();
app.MapGet("/feed", async (FeedClient feed, CancellationToken cancel) => Results.Text(await feed.LoadAsync(cancel)));
app.Run();
