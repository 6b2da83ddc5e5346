using Acme.Stats;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<TrafficOptions>(builder.Configuration.GetSection("Traffic"));
builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
builder.Services.AddHttpClient<FeedClient>();
builder.Services.AddHttpClient<WallClient>();
var app = builder.Build();
app.MapGet("/feed", async (FeedClient feed, CancellationToken cancel) => Results.Text(await feed.LoadAsync(cancel)));
app.Run();
