"""What Perl's functions and the modules that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature

_CALLS: Final = {
    "sprintf": Effect.PRINTF,
    "join": Effect.JOIN,
    "lc": Effect.LOWER,
    "uc": Effect.UPPER,
    "reverse": Effect.TURN,
    "scalar": Effect.COPY,
    "substr": Effect.CUT_LENGTH,
    "length": Effect.DIGEST,
    "defined": Effect.DIGEST,
    "bless": Effect.COPY,
    "chr": Effect.CHARACTER,
    "pack": Effect.PACK,
    "encode_base64": Effect.BASE64,
    "decode_base64": Effect.UNBASE64,
    "uri_escape": Effect.PERCENT,
    "uri_unescape": Effect.UNPERCENT,
    "encode_json": Effect.QUOTE,
    "read_file": Effect.FILE,
    "slurp": Effect.FILE,
    "hmac_sha256_hex": Effect.DIGEST,
    "sha256_hex": Effect.DIGEST,
    "URI.new": Effect.SAME,
    "Mojo::URL.new": Effect.SAME,
    "trim": Effect.TRIM,
}

_PLAIN: Final = ("url", "headers")
_VERBS: Final = {
    "get": Signature(_PLAIN, "GET"),
    "head": Signature(_PLAIN, "HEAD"),
    "delete": Signature(_PLAIN, "DELETE"),
    "post": Signature(_PLAIN, "POST"),
    "put": Signature(_PLAIN, "PUT"),
    "patch": Signature(_PLAIN, "PATCH"),
    "request": Signature(("url",)),
    "mirror": Signature(("url",), "GET"),
}

LIBRARY: Final = Library(
    calls=_CALLS,
    methods={"slurp": Effect.FILE, "trim": Effect.TRIM, "as_string": Effect.SAME, "slurp_utf8": Effect.FILE},
    items={"ENV": Effect.ENVIRONMENT},
    requests={"LWP::Simple.get": Signature(("url",), "GET"), "getstore": Signature(("url",), "GET")},
    clients={
        "LWP::UserAgent.new": Signature(()),
        "LWP::UserAgent::Determined.new": Signature(()),
        "HTTP::Tiny.new": Signature(()),
        "Mojo::UserAgent.new": Signature((), complete=False),
        "REST::Client.new": Signature((), complete=False),
        "WWW::Mechanize.new": Signature((), complete=False),
        "HTTP::Request.new": Signature(("method", "url", "headers", "data")),
    },
    verbs=_VERBS,
    keywords={
        "headers": "headers",
        "default_headers": "headers",
        "Content": "data",
        "content": "data",
        "host": "url",
        "ssl_opts": "tls",
        "SSL_options": "tls",
        "verify_hostname": "verify",
        "SSL_verify_mode": "verify",
        "verify_SSL": "verify",
        "timeout": "",
        "agent": "",
        "Content_Type": "",
    },
    outputs=dict.fromkeys(("print", "say", "printf", "warn", "die", "croak", "carp", "confess"), 0),
    output_methods=frozenset(["debug", "info", "warn", "warning", "error", "fatal", "trace", "notice", "critical"]),
    loggers=frozenset({"log", "logger"}),
    signings={"hmac_sha256_hex": 1, "hmac_sha256": 1, "hmac_sha256_base64": 1},
    tests=frozenset(["RegExp", "index", "is", "isnt", "like", "unlike", "ok", "cmp_ok", "is_deeply"]),
    refusals=frozenset({"throws_ok", "dies_ok"}),
    switches={"PERL_LWP_SSL_VERIFY_HOSTNAME": "0"},
    bare=True,
    built=True,
    records=False,
)
