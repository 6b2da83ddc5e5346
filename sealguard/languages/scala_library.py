"""What Scala's standard library and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives

_CALLS: Final = {
    # Text
    "String.valueOf": Effect.SAME,
    "String.format": Effect.PRINTF,
    "String.join": Effect.JOIN,
    "Some": Effect.COPY,
    "Option": Effect.COPY,
    "Right": Effect.COPY,
    "Future.successful": Effect.COPY,
    "Uri": Effect.SAME,
    "Uri.from": Effect.URL_NAMED,
    "Uri.unsafeFromString": Effect.SAME,
    "Uri.unsafeParse": Effect.SAME,
    "Uri.parse": Effect.SAME,
    "URI.create": Effect.SAME,
    "URI": Effect.SAME,
    "java.net.URI.create": Effect.SAME,
    "java.net.URI": Effect.SAME,
    "java.net.URLEncoder.encode": Effect.PERCENT,
    "URLEncoder.encode": Effect.PERCENT,
    "URLDecoder.decode": Effect.UNPERCENT,
    # Where secrets come from
    "sys.env": Effect.ENVIRONMENT,
    "sys.env.get": Effect.ENVIRONMENT,
    "sys.env.getOrElse": Effect.ENVIRONMENT,
    "scala.sys.env": Effect.ENVIRONMENT,
    "scala.util.Properties.envOrElse": Effect.ENVIRONMENT,
    "Properties.envOrElse": Effect.ENVIRONMENT,
    "Properties.envOrNone": Effect.ENVIRONMENT,
    "System.getenv": Effect.ENVIRONMENT,
    "System.getProperty": Effect.SETTING,
    "sys.props.getOrElse": Effect.SETTING,
    "dbutils.secrets.get": Effect.STORE,
    "scala.io.StdIn.readLine": Effect.STORE,
    "StdIn.readLine": Effect.STORE,
    # Files
    "scala.io.Source.fromFile": Effect.OPEN,
    "Source.fromFile": Effect.OPEN,
    "Files.readString": Effect.FILE,
    "java.nio.file.Files.readString": Effect.FILE,
    "os.read": Effect.FILE,
    # Encodings
    "Base64.getEncoder.encodeToString": Effect.BASE64,
    "java.util.Base64.getEncoder.encodeToString": Effect.BASE64,
    # Containers
    "Map": Effect.PAIRS,
    "scala.collection.mutable.Map": Effect.PAIRS,
    "mutable.Map": Effect.PAIRS,
    "Seq": Effect.ITEMS,
    "List": Effect.ITEMS,
    "Vector": Effect.ITEMS,
    "Array": Effect.ITEMS,
    "Headers": Effect.ITEMS,
    "org.http4s.Headers": Effect.ITEMS,
    # Headers
    **{
        f"{module}{name}": effect
        for module in ("akka.http.scaladsl.model.headers.", "org.apache.pekko.http.scaladsl.model.headers.", "")
        for name, effect in (("RawHeader", Effect.HEADER), ("OAuth2BearerToken", Effect.HEADER), ("Authorization", Effect.COPY))
    },
    "Header": Effect.HEADER,
    "Header.Raw": Effect.HEADER,
    "sttp.model.Header": Effect.HEADER,
    "BasicHttpCredentials": Effect.BASIC,
}

_METHODS: Final = {
    "trim": Effect.TRIM,
    "strip": Effect.TRIM,
    "stripTrailing": Effect.TRIM,
    "stripMargin": Effect.SAME,
    "toString": Effect.SAME,
    "toLowerCase": Effect.LOWER,
    "toUpperCase": Effect.UPPER,
    "getBytes": Effect.SAME,
    "value": Effect.SAME,
    "format": Effect.PRINTF,
    "formatted": Effect.PRINTF,
    "concat": Effect.CONCAT,
    "replace": Effect.REPLACE,
    "replaceAll": Effect.REPLACE,
    "substring": Effect.CUT,
    "take": Effect.PART,
    "drop": Effect.PART,
    "reverse": Effect.TURN,
    "split": Effect.SPLIT,
    "mkString": Effect.READ,
    "getLines": Effect.COPY,
    "getOrElse": Effect.CHOICE,
    "orElse": Effect.CHOICE,
    "getString": Effect.STORE,
    "++": Effect.MERGED,
    "updated": Effect.COPY,
    "toUri": Effect.SAME,
}

_URL: Final = ("url",)
_VERBS: Final = {
    "get": Signature(_URL, "GET"),
    "head": Signature(_URL, "HEAD"),
    "options": Signature(_URL, "OPTIONS"),
    "delete": Signature(_URL, "DELETE"),
    "post": Signature(_URL, "POST"),
    "put": Signature(_URL, "PUT"),
    "patch": Signature(_URL, "PATCH"),
    "singleRequest": Signature(_URL, complete=False),
    "expect": Signature(_URL, complete=False),
    "url": Signature(_URL, complete=False),
}
_STTP: Final = [
    f"{module}{name}"
    for module in ("sttp.client3.", "sttp.client4.", "sttp.client.", "sttp.client3.quick.", "sttp.client4.quick.", "")
    for name in ("basicRequest", "quickRequest", "emptyRequest")
]
_HEADERS: Final = ("header", "addHeader", "addHttpHeaders", "withHeader", "putHeaders")

LIBRARY: Final = Library(
    calls=_CALLS,
    methods=_METHODS,
    requests={
        **{f"requests.{verb}": _VERBS[verb] for verb in list(_VERBS)[:7]},
        **{f"*.{verb}": Signature(_URL, signature.method, complete=False) for verb, signature in _VERBS.items()},
        "scalaj.http.Http": Signature(_URL, complete=False),
    },
    clients={
        **{maker: Signature(()) for maker in _STTP},
        **{
            f"{module}HttpRequest": Signature(("method", "url", "headers"))
            for module in ("akka.http.scaladsl.model.", "org.apache.pekko.http.scaladsl.model.", "")
        },
        "requests.Session": Signature(()),
        "HttpRequest.newBuilder": Signature(_URL, complete=False),
        "java.net.http.HttpRequest.newBuilder": Signature(_URL, complete=False),
        "Request": Signature((), complete=False),
        "org.http4s.Request": Signature((), complete=False),
    },
    verbs=_VERBS,
    keywords={
        "url": "url",
        "uri": "url",
        "method": "method",
        "headers": "headers",
        "params": "query",
        "data": "data",
        "entity": "data",
        "auth": "auth",
        "verifySslCerts": "verify",
        "hostnameVerifier": "trust",
    },
    chained={
        **dict.fromkeys(_HEADERS, "header"),
        "headers": "headers",
        "withHttpHeaders": "hidden",
        "auth": "",
        "bearer": "bearer",
        "basic": "auth",
        "param": "parameter",
        "withQueryStringParameters": "query",
        "uri": "url",
        **dict.fromkeys(("body", "postData", "multipartBody"), "data"),
        **dict.fromkeys(("send", "response", "readTimeout", "build", "contentType", "followRedirects", "timeout", "GET", "POST"), ""),
        **dict.fromkeys(("cookie", "cookies", "option", "options", "withRequestTimeout", "withFollowRedirects", "execute", "asString"), ""),
    },
    constants={
        **{f"{owner}.{name}": "Authorization" for owner in ("HeaderNames", "HttpHeaders") for name in ("Authorization", "AUTHORIZATION")},
        **{f"{owner}.{name}": "Accept" for owner in ("HeaderNames", "HttpHeaders") for name in ("Accept", "ACCEPT")},
        **{f"{owner}.{name}": "Content-Type" for owner in ("HeaderNames", "HttpHeaders") for name in ("ContentType", "CONTENT_TYPE")},
    },
    fluent=True,
    standing=frozenset(_STTP),
    sends=frozenset({"send", "execute"}),
    outputs={**dict.fromkeys(("println", "print", "printf", "Console.println", "System.out.println", "System.err.println"), 0)},
    output_methods=frozenset(["debug", "info", "warn", "error", "trace", "log", "warning"]),
    loggers=frozenset({"log", "logger", "console"}),
    signings={"javax.crypto.spec.SecretKeySpec": 0, "SecretKeySpec": 0},
    tests=frozenset(
        [
            "startsWith",
            "endsWith",
            "contains",
            "indexOf",
            "matches",
            "replace",
            "replaceAll",
            "split",
            "stripPrefix",
            "shouldBe",
            "assert",
            "assertEquals",
        ]
    ),
    refusals=frozenset({"intercept", "assertThrows", "thrownBy"}),
    built=True,
    implicit=True,
    receiver=receives("this"),
)
