"""What Lua's standard library, OpenResty and the modules that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature

_CALLS: Final = {
    "tostring": Effect.SAME,
    "string.format": Effect.PRINTF,
    "string.lower": Effect.LOWER,
    "string.upper": Effect.UPPER,
    "string.reverse": Effect.REVERSE,
    "string.char": Effect.CHARACTER,
    "string.gsub": Effect.REPLACE,
    "table.concat": Effect.JOINED,
    "os.getenv": Effect.ENVIRONMENT,
    "io.open": Effect.OPEN,
    "io.popen": Effect.OPEN,
    "io.read": Effect.STORE,
    "io.lines": Effect.FILE,
    "assert": Effect.COPY,
    "mime.b64": Effect.BASE64,
    "mime.unb64": Effect.UNBASE64,
    "ngx.encode_base64": Effect.BASE64,
    "ngx.decode_base64": Effect.UNBASE64,
    "ngx.escape_uri": Effect.PERCENT,
    "ngx.unescape_uri": Effect.UNPERCENT,
    "url.escape": Effect.PERCENT,
    "socket.url.escape": Effect.PERCENT,
    "cjson.encode": Effect.QUOTE,
    "ngx.hmac_sha1": Effect.DIGEST,
    "ngx.md5": Effect.DIGEST,
}

_METHODS: Final = {
    "format": Effect.PRINTF,
    "lower": Effect.LOWER,
    "upper": Effect.UPPER,
    "reverse": Effect.REVERSE,
    "gsub": Effect.REPLACE,
    "read": Effect.FILE,
    "rep": Effect.SAME,
}

_URL: Final = ("url", "options")
_CALL: Final = Signature(_URL)

LIBRARY: Final = Library(
    calls=_CALLS,
    methods=_METHODS,
    requests={
        "socket.http.request": Signature(_URL, scheme="http"),
        "ssl.https.request": Signature(_URL, scheme="https"),
        "http.request": _CALL,
        "https.request": _CALL,
        "requests.get": Signature(_URL, "GET"),
        "requests.post": Signature(_URL, "POST"),
        "http_request.new_from_uri": Signature(("url",), complete=False),
        "http.request.new_from_uri": Signature(("url",), complete=False),
        "lapis.nginx.http.simple": _CALL,
        "hs.http.get": Signature(("url", "headers"), "GET"),
        "hs.http.asyncGet": Signature(("url", "headers"), "GET"),
        "hs.http.post": Signature(("url", "data", "headers"), "POST"),
        "hs.http.doRequest": Signature(("url", "method", "data", "headers")),
        "PerformHttpRequest": Signature(("url", "callback", "method", "data", "headers")),
    },
    clients={"resty.http.new": Signature(()), "http.new": Signature(())},
    verbs={
        "request_uri": Signature(_URL),
        "request": Signature(("url",)),
        "ssl_handshake": Signature((), complete=False),
    },
    keywords={
        "url": "url",
        "uri": "url",
        "path": "url",
        "host": "host",
        "scheme": "scheme",
        "method": "method",
        "headers": "headers",
        "query": "query",
        "params": "query",
        "body": "data",
        "source": "data",
        "ssl_verify": "verify",
        "verify": "verify",
    },
    outputs={
        **dict.fromkeys(("print", "io.write", "error", "io.stderr.write", "ngx.say", "ngx.print"), 0),
        "ngx.log": 1,
        "kong.log": 0,
        **{f"kong.log.{level}": 0 for level in ("debug", "info", "notice", "warn", "err", "crit")},
    },
    output_methods=frozenset(["debug", "info", "warn", "error", "fatal", "log", "err", "notice", "write"]),
    loggers=frozenset({"log", "logger", "stderr", "stdout"}),
    signings={"openssl.hmac.new": 0, "resty.hmac.new": 1, "resty.openssl.hmac.new": 0, "hmac.new": 0, "sha2.hmac": 1, "ngx.hmac_sha1": 0},
    tests=frozenset(
        ["match", "find", "gsub", "gmatch", "string.find", "string.match", "starts_with", "are_equal", "equal", "same", "assert"]
    ),
    cases=frozenset({"it", "describe", "test"}),
    refusals=frozenset({"has_error", "errors", "error"}),
    attributes=True,
    records=False,
    receiver=lambda _function: True,
)
