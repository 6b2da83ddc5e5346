class A {
  const string Host = "api.sealmetrics.com";
  Uri One() => new UriBuilder("http", Host).Uri; ⟪insecure-endpoint⟫
  Uri Two() => new UriBuilder { Scheme = "http", Host = Host, Path = "v1" }.Uri; ⟪insecure-endpoint⟫
  Uri Three() => new UriBuilder(Uri.UriSchemeHttp, Host, 80, "v1").Uri; ⟪insecure-endpoint⟫
  Uri Four() => new UriBuilder("http", "rooms.lan", 8080).Uri;
  Uri Five() => new UriBuilder("https", Host) { Path = "v1" }.Uri;
  Uri Six() { var b = new UriBuilder(); b.Scheme = "http"; b.Host = Host; return b.Uri; } ⟪insecure-endpoint⟫
  Task<string> Seven(HttpClient c, string sealmetricsToken) => c.GetStringAsync(new UriBuilder("https", Host) { Query = $"token={sealmetricsToken}" }.Uri); ⟪token-in-url⟫
}
