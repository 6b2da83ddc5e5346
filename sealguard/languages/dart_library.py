"""What Dart's core libraries and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages.dart_failures import FAILURES

_CALLS: Final = {
    # Text
    "Uri.parse": Effect.SAME,
    "Uri.tryParse": Effect.SAME,
    "Uri.https": Effect.URL_HOST,
    "Uri.http": Effect.URL_HOST,
    "Uri": Effect.URL_NAMED,
    "Uri.encodeComponent": Effect.PERCENT,
    "Uri.encodeQueryComponent": Effect.PERCENT,
    "Uri.decodeComponent": Effect.UNPERCENT,
    "jsonEncode": Effect.QUOTE,
    "json.encode": Effect.QUOTE,
    "String.fromCharCodes": Effect.CHARACTER,
    "String.fromCharCode": Effect.CHARACTER,
    # Where secrets come from
    "String.fromEnvironment": Effect.ENVIRONMENT,
    "dotenv.get": Effect.ENVIRONMENT,
    "dotenv.maybeGet": Effect.ENVIRONMENT,
    "stdin.readLineSync": Effect.STORE,
    # Files
    "File": Effect.OPEN,
    "rootBundle.loadString": Effect.FILE,
    # Encodings
    "base64Encode": Effect.BASE64,
    "base64.encode": Effect.BASE64,
    "base64Url.encode": Effect.BASE64,
    "base64Decode": Effect.UNBASE64,
    "base64.decode": Effect.UNBASE64,
    "base64Url.decode": Effect.UNBASE64,
    "utf8.encode": Effect.SAME,
    "utf8.decode": Effect.SAME,
    "ascii.decode": Effect.SAME,
    "latin1.decode": Effect.SAME,
    "Hmac": Effect.DIGEST,
    # Containers
    "Options": Effect.MAP,
    "BaseOptions": Effect.MAP,
    "Map.from": Effect.MAP,
    "Map.of": Effect.MAP,
    "Map.unmodifiable": Effect.MAP,
}

_METHODS: Final = {
    "trim": Effect.TRIM,
    "trimRight": Effect.TRIM,
    "trimLeft": Effect.SAME,
    "toString": Effect.SAME,
    "toLowerCase": Effect.LOWER,
    "toUpperCase": Effect.UPPER,
    "replaceAll": Effect.REPLACE,
    "replaceFirst": Effect.REPLACE,
    "substring": Effect.CUT,
    "replaceRange": Effect.CUT,
    "split": Effect.SPLIT,
    "join": Effect.JOINED,
    "reversed": Effect.REVERSE,
    "toList": Effect.COPY,
    "padRight": Effect.SAME,
    "readAsString": Effect.FILE,
    "readAsStringSync": Effect.FILE,
    "convert": Effect.DIGEST,
}

_URL: Final = ("url",)
_VERBS: Final = {
    "get": Signature(_URL, "GET"),
    "head": Signature(_URL, "HEAD"),
    "read": Signature(_URL, "GET"),
    "post": Signature(("url", "data"), "POST"),
    "put": Signature(("url", "data"), "PUT"),
    "patch": Signature(("url", "data"), "PATCH"),
    "delete": Signature(_URL, "DELETE"),
    "request": Signature(_URL),
    "fetch": Signature(_URL),
    "getUrl": Signature(_URL, "GET", complete=False),
    "postUrl": Signature(_URL, "POST", complete=False),
    "openUrl": Signature(("method", "url"), complete=False),
    "send": Signature(_URL, complete=False),
}
_HTTP: Final = ("package.http.http.dart", "http")

LIBRARY: Final = Library(
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    items={"Platform.environment": Effect.ENVIRONMENT, "dotenv.env": Effect.ENVIRONMENT, "DotEnv.env": Effect.ENVIRONMENT},
    requests={f"{module}.{verb}": _VERBS[verb] for module in _HTTP for verb in ("get", "head", "read", "post", "put", "patch", "delete")},
    clients={
        **{f"{module}.Client": Signature(()) for module in _HTTP},
        **{f"{module}.Request": Signature(("method", "url"), complete=False) for module in _HTTP},
        **{f"{module}.MultipartRequest": Signature(("method", "url"), complete=False) for module in _HTTP},
        "Client": Signature(()),
        "Request": Signature(("method", "url"), complete=False),
        "Dio": Signature(("options",)),
        "HttpClient": Signature((), complete=False),
        "IOWebSocketChannel.connect": Signature(_URL, "GET"),
        "GraphQLClient": Signature((), complete=False),
        "HttpLink": Signature(_URL, complete=False),
    },
    verbs=_VERBS,
    keywords={
        "headers": "headers",
        "defaultHeaders": "headers",
        "baseUrl": "base",
        "body": "data",
        "data": "data",
        "queryParameters": "query",
        "options": "options",
        "method": "method",
        "httpClientAdapter": "tls",
        "badCertificateCallback": "trust",
        "onBadCertificate": "trust",
        "validateCertificate": "trust",
    },
    constants={
        "HttpHeaders.authorizationHeader": "Authorization",
        "HttpHeaders.contentTypeHeader": "Content-Type",
        "HttpHeaders.acceptHeader": "Accept",
    },
    outputs={
        **dict.fromkeys(("print", "debugPrint", "log", "developer.log", "dart.developer.log", "stdout.writeln", "stdout.write"), 0),
        **dict.fromkeys(("stderr.writeln", "stderr.write", "Sentry.captureMessage"), 0),
    },
    output_methods=frozenset(
        [
            "i",
            "d",
            "w",
            "e",
            "v",
            "t",
            "f",
            "info",
            "fine",
            "finer",
            "finest",
            "warning",
            "severe",
            "shout",
            "config",
            "debug",
            "error",
            "log",
        ]
    ),
    loggers=frozenset({"log", "logger", "_log", "_logger"}),
    signings={"Hmac": 1, "crypto.Hmac": 1},
    tests=frozenset(
        ["startsWith", "endsWith", "contains", "indexOf", "RegExp", "replaceAll", "replaceFirst", "split", "equals", "isScheme"]
    ),
    cases=frozenset({"test", "testWidgets", "group"}),
    refusals=frozenset({"throwsA", "throwsArgumentError", "throwsException"}),
    storages={"prefs.setString": (0, 1), "SharedPreferences.setString": (0, 1), "preferences.setString": (0, 1)},
    urls={"replace": "named"},
    hooks=frozenset({"interceptors", "options"}),
    implicit=True,
    records=False,
    receiver=receives("this"),
)
