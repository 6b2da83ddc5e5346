"""What Terraform's functions do to the values they are given, and which of its data sources and providers send requests."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature

_CALLS: Final = {
    "variable": Effect.DEFAULT,
    **dict.fromkeys(("tostring", "sensitive", "nonsensitive", "ephemeralasnull"), Effect.COPY),
    **dict.fromkeys(("tomap", "tolist", "toset", "flatten"), Effect.COPY),
    **dict.fromkeys(("coalesce", "try"), Effect.CHOICE),
    "lookup": Effect.GET,
    "merge": Effect.MERGED,
    "format": Effect.PRINTF,
    "join": Effect.JOIN,
    "split": Effect.SPLIT,
    "replace": Effect.REPLACE,
    "lower": Effect.LOWER,
    "upper": Effect.UPPER,
    "trimspace": Effect.TRIM,
    "chomp": Effect.TRIM_END,
    "trimprefix": Effect.PREFIX_CUT,
    "strrev": Effect.TURN,
    "concat": Effect.CONCAT,
    "base64encode": Effect.BASE64,
    "base64decode": Effect.UNBASE64,
    "urlencode": Effect.PERCENT,
    "urldecode": Effect.UNPERCENT,
    "jsonencode": Effect.QUOTE,
    **dict.fromkeys(("file", "templatefile"), Effect.FILE),
    **dict.fromkeys(("md5", "sha1", "sha256", "sha512", "filesha256", "bcrypt", "uuidv5", "length"), Effect.DIGEST),
}

LIBRARY: Final = Library(
    resources=True,
    calls=_CALLS,
    subjects={"split": 1},
    requests={
        # `data "http"` and an object of the REST provider are calls of what they are a kind of.
        "http": Signature(()),
        "restapi": Signature((), complete=False),
        "restapi_object": Signature((), "POST", complete=False),
    },
    keywords={
        **dict.fromkeys(("url", "uri", "endpoint", "endpoint_url", "base_url", "path"), "url"),
        **dict.fromkeys(("headers", "request_headers", "http_headers", "header"), "headers"),
        **dict.fromkeys(("query", "query_params", "query_parameters", "query_string"), "query"),
        **dict.fromkeys(("body", "request_body", "payload", "data"), "data"),
        **dict.fromkeys(("method", "http_method"), "method"),
        **dict.fromkeys(("insecure", "insecure_skip_verify", "skip_tls_verify"), "insecure"),
        **dict.fromkeys(("verify_ssl", "validate_ssl", "ssl_verify"), "verify"),
    },
    tests=frozenset({"startswith", "endswith", "strcontains", "can", "regex", "regexall", "contains"}),
)
