"""What .NET's libraries and the packages that people call APIs with do to the values they are given.

Classes go by their own names, without their namespaces.
"""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages import csharp_web
from sealguard.languages.csharp_failures import FAILURES

_TEXT: Final = {
    "Format": Effect.FORMAT,
    "Concat": Effect.CONCAT,
    "Join": Effect.JOIN,
    "IsNullOrEmpty": Effect.DIGEST,
    "IsNullOrWhiteSpace": Effect.DIGEST,
}

_CALLS: Final = {
    # Text
    **{f"{name}.{method}": effect for name in ("string", "String") for method, effect in _TEXT.items()},
    "StringBuilder": Effect.CONCAT,
    **{f"Encoding.{name}.GetBytes": Effect.SAME for name in ("UTF8", "ASCII", "Default", "Unicode", "Latin1")},
    **{f"Encoding.{name}.GetString": Effect.SAME for name in ("UTF8", "ASCII", "Default", "Unicode", "Latin1")},
    "AuthenticationHeaderValue": Effect.SPACED,
    "StringContent": Effect.SAME,
    "JsonSerializer.Serialize": Effect.COPY,
    "JsonConvert.SerializeObject": Effect.COPY,
    "JsonContent.Create": Effect.COPY,
    "FormUrlEncodedContent": Effect.COPY,
    "nameof": Effect.NAME,
    # URLs
    "Uri": Effect.URI,
    "UriBuilder": Effect.URL_NAMED,
    "Url": Effect.SAME,
    "Path.Combine": Effect.NAME,
    "QueryHelpers.AddQueryString": Effect.NAME,
    **dict.fromkeys(("Uri.EscapeDataString", "WebUtility.UrlEncode", "HttpUtility.UrlEncode", "UrlEncoder.Default.Encode"), Effect.PERCENT),
    **dict.fromkeys(("Uri.UnescapeDataString", "WebUtility.UrlDecode", "HttpUtility.UrlDecode"), Effect.UNPERCENT),
    # Where secrets come from
    "Environment.GetEnvironmentVariable": Effect.ENVIRONMENT,
    "Console.ReadLine": Effect.STORE,
    # Files
    "File.ReadAllText": Effect.FILE,
    "File.ReadAllTextAsync": Effect.FILE,
    "File.ReadAllBytes": Effect.FILE,
    "File.ReadAllLines": Effect.TRIM,
    "File.OpenText": Effect.OPEN,
    "StreamReader": Effect.READ,
    "Process.Start": Effect.OPEN,
    # Encodings
    "Convert.ToBase64String": Effect.BASE64,
    "Convert.FromBase64String": Effect.UNBASE64,
    "Convert.ToHexString": Effect.HEX,
    "Convert.FromHexString": Effect.UNHEX,
    "SHA256.HashData": Effect.DIGEST,
    # Maps and lists
    **dict.fromkeys(("Dictionary", "NameValueCollection", "WebHeaderCollection", "HeaderDictionary"), Effect.MAP),
    "List": Effect.ITEMS,
    "KeyValuePair": Effect.ITEMS,
    "KeyValuePair.Create": Effect.ITEMS,
}

_METHODS: Final = {
    "Trim": Effect.TRIM,
    "TrimEnd": Effect.TRIM,
    "TrimStart": Effect.SAME,
    "ToString": Effect.SAME,
    "ToArray": Effect.COPY,
    "ToCharArray": Effect.LETTERS,
    "Append": Effect.CONCAT,
    "Replace": Effect.REPLACE,
    "Substring": Effect.CUT_LENGTH,
    "Remove": Effect.CUT,
    "ToLower": Effect.LOWER,
    "ToLowerInvariant": Effect.LOWER,
    "ToUpper": Effect.UPPER,
    "ToUpperInvariant": Effect.UPPER,
    "Split": Effect.SPLIT,
    "Reverse": Effect.TURN,
    "GetValue": Effect.GET,
    "GetConnectionString": Effect.STORE,
    "GetSecret": Effect.STORE,
    "GetSecretAsync": Effect.STORE,
    "ReadToEnd": Effect.FILE,
    "ReadToEndAsync": Effect.FILE,
    "ReadLine": Effect.STORE,
    "ConfigureAwait": Effect.COPY,
    "GetResult": Effect.COPY,
    "GetAwaiter": Effect.COPY,
}

_CHAINED: Final = {
    # RestSharp
    **dict.fromkeys(("AddHeader", "AddOrUpdateHeader", "AddDefaultHeader"), "header"),
    **dict.fromkeys(("AddHeaders", "AddDefaultHeaders"), "headers"),
    **dict.fromkeys(("AddQueryParameter", "AddParameter", "AddUrlSegment"), "parameter"),
    **dict.fromkeys(("AddJsonBody", "AddBody", "AddStringBody"), "data"),
    # Flurl
    "WithHeader": "header",
    "WithHeaders": "headers",
    "WithOAuthBearerToken": "bearer",
    "WithBasicAuth": "auth",
    "SetQueryParam": "parameter",
    "SetQueryParams": "query",
    "AppendPathSegment": "path",
    "AppendPathSegments": "path",
    **dict.fromkeys(("WithTimeout", "AllowAnyHttpStatus", "AllowHttpStatus", "WithAutoRedirect"), ""),
    **dict.fromkeys(("WithClient", "BeforeCall", "ConfigureRequest", "WithSettings", "UseAuthenticator"), "hidden"),
}

_URL: Final = Signature(("url",), "GET")
_POST: Final = Signature(("url", "data"), "POST")
_SENT: Final = Signature(("url",))

_VERBS: Final = {
    **dict.fromkeys(("GetAsync", "GetStringAsync", "GetStreamAsync", "GetByteArrayAsync", "GetFromJsonAsync", "GetJsonAsync"), _URL),
    **dict.fromkeys(("DownloadString", "DownloadStringTaskAsync", "DownloadData", "OpenRead"), _URL),
    **dict.fromkeys(("PostAsync", "PostAsJsonAsync", "PostJsonAsync", "UploadString"), _POST),
    "PutAsync": Signature(("url", "data"), "PUT"),
    "PutAsJsonAsync": Signature(("url", "data"), "PUT"),
    "PatchAsync": Signature(("url", "data"), "PATCH"),
    "DeleteAsync": Signature(("url",), "DELETE"),
    **dict.fromkeys(("SendAsync", "Send", "Execute", "ExecuteAsync", "ExecuteGetAsync", "ExecutePostAsync"), _SENT),
    **dict.fromkeys(("GetResponse", "GetResponseAsync", "SendWebRequest"), Signature(())),
}
_FLURL: Final = frozenset(name for name in _CHAINED if name.startswith(("With", "SetQuery", "AppendPath", "Allow")))

LIBRARY: Final = Library(
    injected={"HttpClient": "HttpClient"},
    setting_up=frozenset({"AddHttpClient"}),
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    constants={
        **{f"{owner}.Authorization": "Authorization" for owner in ("HeaderNames", "HttpRequestHeader", "KnownHeaders")},
        "JwtBearerDefaults.AuthenticationScheme": "Bearer",
        "Uri.UriSchemeHttp": "http",
        "Uri.UriSchemeHttps": "https",
        "MediaTypeNames.Json": "application/json",
        **{
            f"{owner}.{verb.title()}": verb
            for owner in ("HttpMethod", "Method")
            for verb in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
        },
    },
    clients={
        "HttpRequestMessage": Signature(("method", "url")),
        "HttpClient": Signature(("tls",)),
        "HttpClientHandler": Signature(()),
        "SocketsHttpHandler": Signature(()),
        "WebRequestHandler": Signature(()),
        "SslClientAuthenticationOptions": Signature(()),
        "WebClient": Signature(()),
        "WebRequest.Create": Signature(("url",)),
        "WebRequest.CreateHttp": Signature(("url",)),
        "HttpWebRequest.Create": Signature(("url",)),
        "RestClient": Signature(("base",)),
        "RestClientOptions": Signature(("base",)),
        "RestRequest": Signature(("url", "method")),
        **{f"UnityWebRequest.{verb}": Signature(("url", "data"), verb.upper()) for verb in ("Get", "Post", "Put", "Delete", "Head")},
        "FlurlRequest": Signature(("url",)),
        "FlurlClient": Signature(("base",)),
        "JwtAuthenticator": Signature(("bearer",)),
        **dict.fromkeys(_FLURL, Signature(("url",))),
    },
    verbs=_VERBS,
    dialects={"RestClient": _VERBS | dict.fromkeys(("Get", "Post", "Put", "Patch", "Delete", "GetAsync", "PostAsync"), _SENT)},
    declared={verb.title(): verb for verb in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")},
    query_decorators=frozenset({"Query", "AliasAs"}),
    url_fields={"Scheme": "scheme", "Host": "host", "Path": "path", "Query": "query"},
    openers=_FLURL,
    keywords={
        "Headers": "headers",
        "headers": "headers",
        "DefaultRequestHeaders": "headers",
        "RequestUri": "url",
        "BaseAddress": "base",
        "BaseUrl": "base",
        "Method": "method",
        "Content": "data",
        "Credentials": "auth",
        "Authenticator": "auth",
        "SslOptions": "tls",
        "ServerCertificateCustomValidationCallback": "trust",
        "RemoteCertificateValidationCallback": "trust",
        "ServerCertificateValidationCallback": "trust",
    },
    chained=_CHAINED,
    outputs={
        **{f"Console.{name}": 0 for name in ("WriteLine", "Write", "Error.WriteLine", "Error.Write", "Out.WriteLine")},
        **{f"Debug.{name}": 0 for name in ("WriteLine", "Print", "Write")},
        **{f"{space}Debug.Log{kind}": 0 for space in ("", "UnityEngine.") for kind in ("", "Warning", "Error", "Format")},
        **{f"AnsiConsole.{name}": 0 for name in ("Write", "WriteLine", "Markup", "MarkupLine", "MarkupInterpolated")},
        "SentrySdk.CaptureMessage": 0,
        "EventLog.WriteEntry": 1,
        **{f"Trace.{name}": 0 for name in ("WriteLine", "TraceInformation", "TraceError", "TraceWarning")},
    },
    output_methods=frozenset(
        [
            *(f"Log{level}" for level in ("", "Trace", "Debug", "Information", "Warning", "Error", "Critical")),
            *("Trace", "Debug", "Info", "Information", "Warn", "Warning", "Error", "Fatal", "Verbose", "WriteLine", "ForContext"),
            *("TrackTrace", "TrackEvent", "LogLine", "BeginScope"),
        ]
    ),
    loggers=frozenset({"log", "logger", "_log", "_logger", "output", "_output", "telemetry", "_telemetry"}),
    signings={name: 0 for kind in ("256", "384", "512", "1") for name in (f"HMACSHA{kind}", f"HMACSHA{kind}.HashData")},
    tests=frozenset(
        [
            *("StartsWith", "EndsWith", "Contains", "Equals", "IndexOf", "Replace", "Split", "IsMatch", "Match", "TrimStart", "Compare"),
            *("Equal", "NotEqual", "AreEqual", "AreNotEqual", "Matches", "DoesNotContain", "That", "Throws", "ThrowsAsync", "Be", "NotBe"),
            *("ThrowsAny", "ThrowsException", "ThrowsExceptionAsync", "BeEquivalentTo", "StartWith", "Regex", "InlineData"),
        ]
    ),
    refusals=frozenset({"Throws", "ThrowsAsync", "ThrowsAny", "ThrowsException", "ThrowsExceptionAsync", "Throw", "ThrowAsync"}),
    filled=csharp_web.FILLED,
    givings=csharp_web.GIVINGS,
    giving_methods=csharp_web.GIVING_METHODS,
    routers=csharp_web.ROUTERS,
    routes=csharp_web.ROUTES,
    appending=frozenset({"Append", "AppendFormat"}),
    authorizing={"SetBearerToken": "Bearer"},
    attributes=True,
    implicit=True,
    sections=frozenset({"Section", "SectionName", "ConfigurationSection", "ConfigSection", "Position", "Key", "ConfigurationKey"}),
    wrappers=frozenset({"IOptions", "IOptionsSnapshot", "IOptionsMonitor", "Lazy"}),
    unwrapping=frozenset({"Value", "CurrentValue"}),
    typed=True,
    built=True,
    receiver=receives("this"),
)
