"""What Go's standard library and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature
from sealguard.languages import go_web
from sealguard.languages.go_failures import FAILURES

_CALLS: Final = {
    # Text
    "fmt.Sprintf": Effect.PRINTF,
    "fmt.Sprint": Effect.CONCAT,
    "fmt.Appendf": Effect.NAME,
    "string": Effect.SAME,
    "strings.TrimSpace": Effect.TRIM,
    "strings.Trim": Effect.TRIM,
    "strings.TrimRight": Effect.TRIM,
    "strings.TrimSuffix": Effect.TRIM,
    "strings.TrimLeft": Effect.SAME,
    "strings.TrimPrefix": Effect.PREFIX_CUT,
    "strings.TrimFunc": Effect.TRIM,
    "bytes.TrimSpace": Effect.TRIM,
    "bytes.Trim": Effect.TRIM,
    "bytes.TrimRight": Effect.TRIM,
    "bytes.TrimSuffix": Effect.TRIM,
    "bytes.NewBufferString": Effect.SAME,
    "bytes.NewBuffer": Effect.SAME,
    "bytes.NewReader": Effect.SAME,
    "strings.NewReader": Effect.SAME,
    "strings.ToLower": Effect.LOWER,
    "strings.ToUpper": Effect.UPPER,
    "strings.Replace": Effect.REPLACE,
    "strings.ReplaceAll": Effect.REPLACE,
    "strings.Join": Effect.JOINED,
    "strings.Split": Effect.SPLIT,
    "strings.Fields": Effect.TRIM,
    "strings.Repeat": Effect.NAME,
    "strconv.Quote": Effect.QUOTE,
    "json.Marshal": Effect.COPY,
    "encoding.json.Marshal": Effect.COPY,
    "cmp.Or": Effect.CHOICE,
    # URLs
    "net.url.Parse": Effect.SAME,
    "net.url.ParseRequestURI": Effect.SAME,
    "net.url.JoinPath": Effect.URL_JOIN,
    "path.Join": Effect.URL_JOIN,
    "net.url.QueryEscape": Effect.PERCENT,
    "net.url.PathEscape": Effect.PERCENT,
    "net.url.QueryUnescape": Effect.UNPERCENT,
    "net.url.PathUnescape": Effect.UNPERCENT,
    # Where secrets come from
    "os.Getenv": Effect.ENVIRONMENT,
    "os.LookupEnv": Effect.ENVIRONMENT,
    "syscall.Getenv": Effect.ENVIRONMENT,
    "github.com.spf13.viper.GetString": Effect.SETTING,
    "github.com.spf13.viper.Get": Effect.SETTING,
    "flag.String": Effect.OPTION,
    "github.com.spf13.pflag.String": Effect.OPTION,
    # Files
    "os.ReadFile": Effect.FILE,
    "io.ioutil.ReadFile": Effect.FILE,
    "io.ReadAll": Effect.READ,
    "io.ioutil.ReadAll": Effect.READ,
    "os.Open": Effect.OPEN,
    "os.exec.Command": Effect.OPEN,
    "os.exec.CommandContext": Effect.OPEN,
    "bufio.NewReader": Effect.READ,
    "bufio.NewScanner": Effect.TRIM,
    "make": Effect.EMPTY_MAP,
    # What a structured log takes
    **{f"{module}.{name}": Effect.FIRST for module in ("go.uber.org.zap", "log.slog") for name in ("String", "Any", "Stringp")},
    # Encodings
    "encoding.base64.StdEncoding.EncodeToString": Effect.BASE64,
    "encoding.base64.URLEncoding.EncodeToString": Effect.BASE64,
    "encoding.base64.RawStdEncoding.EncodeToString": Effect.BASE64,
    "encoding.base64.RawURLEncoding.EncodeToString": Effect.BASE64,
    "encoding.base64.StdEncoding.DecodeString": Effect.UNBASE64,
    "encoding.base64.URLEncoding.DecodeString": Effect.UNBASE64,
    "encoding.base64.RawStdEncoding.DecodeString": Effect.UNBASE64,
    "encoding.base64.RawURLEncoding.DecodeString": Effect.UNBASE64,
    "encoding.hex.EncodeToString": Effect.HEX,
    "encoding.hex.DecodeString": Effect.UNHEX,
    "crypto.sha256.Sum256": Effect.DIGEST,
    "crypto.sha1.Sum": Effect.DIGEST,
    "len": Effect.DIGEST,
    # Maps and lists
    "net.http.Header": Effect.MAP,
    "net.url.Values": Effect.MAP,
    "net.url.URL": Effect.URL_NAMED,
    "github.com.gin-gonic.gin.H": Effect.MAP,
    "github.com.gofiber.fiber.v2.Map": Effect.MAP,
    "github.com.labstack.echo.v4.Map": Effect.MAP,
}

_METHODS: Final = {
    "String": Effect.SAME,
    "Encode": Effect.QUERY,
    "JoinPath": Effect.URL_JOIN,
    "Query": Effect.MAP,
    "Clone": Effect.COPY,
    "Output": Effect.FILE,
    "CombinedOutput": Effect.FILE,
    "ReadString": Effect.FILE,
}

_URL: Final = Signature(("url",), "GET")
_SEND: Final = Signature(("url",))
_RESTY_URL: Final = Signature(("url",), complete=True)

_RESTY: Final = {
    f"{module}.{name}": Signature(())
    for module in ("github.com.go-resty.resty.v2", "github.com.go-resty.resty", "resty.dev.v3", "github.com.imroc.req.v3")
    for name in ("New", "NewWithClient", "R", "C", "NewRequest")
}
_FAST: Final = "github.com.valyala.fasthttp"

LIBRARY: Final = Library(
    writers={"NewEncoder": "Encode"},
    buffers=frozenset({"Buffer", "NewBuffer", "new"}),
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    items={"os.Environ": Effect.ENVIRONMENT},
    requests={
        **{
            f"net.http.DefaultClient.{verb}": Signature(positional, method)
            for verb, positional, method in (
                ("Do", ("url",), ""),
                ("Get", ("url",), "GET"),
                ("Head", ("url",), "HEAD"),
                ("Post", ("url", "", "data"), "POST"),
                ("PostForm", ("url", "data"), "POST"),
            )
        },
        "net.http.Get": _URL,
        **{
            f"github.com.levigross.grequests.{verb.title()}": Signature(("url", "options"), verb)
            for verb in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
        },
        "net.http.Head": Signature(("url",), "HEAD"),
        "net.http.Post": Signature(("url", "", "data"), "POST"),
        "net.http.PostForm": Signature(("url", "data"), "POST"),
        "github.com.gorilla.websocket.DefaultDialer.Dial": Signature(("url", "headers"), "GET"),
    },
    clients={
        "net.http.NewRequest": Signature(("method", "url", "data")),
        "net.http.NewRequestWithContext": Signature(("context", "method", "url", "data")),
        "net.http.Request": Signature((), complete=False),
        "net.http.Client": Signature(()),
        "net.http.Transport": Signature(()),
        "net.http.DefaultClient": Signature(()),
        "github.com.hashicorp.go-retryablehttp.NewRequest": Signature(("method", "url", "data")),
        "github.com.hashicorp.go-retryablehttp.NewRequestWithContext": Signature(("context", "method", "url", "data")),
        "github.com.hashicorp.go-retryablehttp.NewClient": Signature(()),
        "github.com.carlmjohnson.requests.URL": Signature(("url",)),
        "github.com.dghubble.sling.New": Signature((), complete=False),
        f"{_FAST}.AcquireRequest": Signature(("url",), complete=False),
        **_RESTY,
    },
    verbs={
        "Do": _SEND,
        "Fetch": Signature(("context",)),
        "RoundTrip": _SEND,
        "Get": _URL,
        "Head": Signature(("url",), "HEAD"),
        "Post": Signature(("url", "", "data"), "POST"),
        "PostForm": Signature(("url", "data"), "POST"),
        "Put": Signature(("url",), "PUT"),
        "Patch": Signature(("url",), "PATCH"),
        "Delete": Signature(("url",), "DELETE"),
        "Execute": Signature(("method", "url")),
        "Dial": Signature(("url", "headers"), "GET"),
        "DialContext": Signature(("context", "url", "headers"), "GET"),
    },
    keywords={
        "Method": "method",
        "URL": "url",
        "Url": "url",
        "Header": "headers",
        "Headers": "headers",
        "BaseURL": "base",
        "RawQuery": "query",
        "Transport": "tls",
        "TLSClientConfig": "tls",
        "InsecureSkipVerify": "insecure",
    },
    outputs={
        **{f"log.{name}{end}": 0 for name in ("Print", "Fatal", "Panic") for end in ("", "f", "ln")},
        **{f"fmt.{name}": 0 for name in ("Print", "Printf", "Println", "Errorf")},
        **{f"fmt.Fprint{end}": 1 for end in ("", "f", "ln")},
        **{f"log.slog.{name}": 0 for name in ("Debug", "Info", "Warn", "Error")},
        **{f"log.slog.{name}Context": 1 for name in ("Debug", "Info", "Warn", "Error")},
        **{
            f"github.com.{package}.{name}{end}": 0
            for package in ("sirupsen.logrus", "golang.glog", "rs.zerolog.log")
            for name in ("Trace", "Debug", "Info", "Warn", "Warning", "Error", "Fatal", "Panic", "Print")
            for end in ("", "f", "ln")
        },
        **{f"github.com.sirupsen.logrus.{name}": 0 for name in ("WithField", "WithFields")},
        **{f"log.slog.{name}": 0 for name in ("With", "Log", "LogAttrs")},
        "github.com.getsentry.sentry-go.CaptureMessage": 0,
        "errors.New": 0,
        "panic": 0,
        "println": 0,
        "print": 0,
        "github.com.pkg.errors.Errorf": 0,
        "github.com.pkg.errors.New": 0,
        "github.com.pkg.errors.Wrapf": 0,
        "os.Stdout.WriteString": 0,
        "os.Stderr.WriteString": 0,
    },
    streams=frozenset(f"fmt.Fprint{end}" for end in ("", "f", "ln")),
    output_methods=frozenset(
        f"{name}{end}"
        for name in ("Trace", "Debug", "Info", "Warn", "Warning", "Error", "Fatal", "Panic", "Print", "Log", "DPanic")
        for end in ("", "f", "ln", "w", "Context")
    )
    | {"With", "WithField", "WithFields", "Str", "Interface", "Msg", "Msgf", "LogAttrs"},
    loggers=frozenset({"log", "logger", "logging", "zap", "sugar", "slog", "l", "t", "b", "klog"}),
    signings={"crypto.hmac.New": 1},
    tests=frozenset(
        [
            *("HasPrefix", "HasSuffix", "Contains", "Index", "LastIndex", "EqualFold", "Compare", "Count", "Cut", "CutPrefix"),
            *("TrimPrefix", "TrimSuffix", "Replace", "ReplaceAll", "MustCompile", "Compile", "MatchString", "NewReplacer"),
            *("Equal", "NotEqual", "EqualValues", "NotContains", "ErrorContains", "DeepEqual", "JSONEq"),
        ]
    ),
    urls={"JoinPath": "path"},
    url_fields={"Scheme": "scheme", "Host": "host", "Path": "path", "RawQuery": "query"},
    constants={
        **{f"http.Method{verb.title()}": verb for verb in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")},
        "fiber.HeaderAuthorization": "Authorization",
        "echo.HeaderAuthorization": "Authorization",
        **{f"{package}.Authorization": "Authorization" for package in ("headers", "httpheaders", "header")},
    },
    chained={
        "SetHeader": "header",
        "SetRequestURI": "url",
        "Bearer": "bearer",
        "Header": "header",
        "Param": "parameter",
        "Path": "path",
        "BodyJSON": "data",
        **dict.fromkeys(("ToJSON", "ToString", "ToBytesBuffer", "CheckStatus", "Accept", "Base"), ""),
        "SetHeaders": "headers",
        "SetAuthToken": "bearer",
        "SetBearerAuthToken": "bearer",
        "SetBasicAuth": "auth",
        "SetBaseURL": "base",
        "SetHostURL": "base",
        "SetQueryParam": "parameter",
        "SetQueryParams": "query",
        "SetBody": "data",
        "SetFormData": "data",
        "SetTLSClientConfig": "tls",
        "SetTransport": "tls",
        "SetCommonHeader": "header",
        "SetCommonBearerAuthToken": "bearer",
        "SetAuthScheme": "hidden",
        "OnBeforeRequest": "hidden",
        **dict.fromkeys(("SetTimeout", "SetResult", "SetError", "SetRetryCount", "SetContext", "EnableTrace", "SetDebug", "R", "New"), ""),
        **dict.fromkeys(("SetRetryWaitTime", "SetRetryMaxWaitTime", "AddRetryCondition", "SetPathParam", "SetPathParams"), ""),
        **dict.fromkeys(("SetOutput", "SetDoNotParseResponse", "SetLogger", "SetUserAgent", "DevMode", "SetSuccessResult"), ""),
    },
    giving_methods=go_web.GIVING_METHODS,
    givings=go_web.GIVINGS,
    appending=frozenset({"WriteString"}),
    typed=True,
    results=True,
    built=True,
    receiver=lambda _function: True,
)
"""Go's table. What a request is built with is `NewRequest`'s, what sends it is a client's `Do`."""
