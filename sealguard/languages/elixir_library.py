"""What Elixir's standard library and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature

_CALLS: Final = {
    # Text
    "to_string": Effect.SAME,
    "inspect": Effect.QUOTE,
    "String.trim": Effect.TRIM,
    "String.trim_trailing": Effect.TRIM,
    "String.trim_leading": Effect.SAME,
    "String.downcase": Effect.LOWER,
    "String.upcase": Effect.UPPER,
    "String.replace": Effect.REPLACE,
    "String.reverse": Effect.TURN,
    "String.slice": Effect.CUT_LENGTH,
    "String.split": Effect.SPLIT,
    "String.length": Effect.DIGEST,
    "byte_size": Effect.DIGEST,
    "is_nil": Effect.DIGEST,
    "Enum.join": Effect.JOINED,
    "List.to_string": Effect.CHARACTER,
    "Jason.encode!": Effect.QUOTE,
    "URI.parse": Effect.SAME,
    "URI.to_string": Effect.SAME,
    "URI.merge": Effect.URL_JOIN,
    "Path.join": Effect.URL_JOIN,
    "URI.encode_www_form": Effect.PERCENT,
    "URI.encode": Effect.SAME,
    "URI.decode": Effect.UNPERCENT,
    "URI.encode_query": Effect.QUERY,
    # Where secrets come from
    "System.get_env": Effect.ENVIRONMENT,
    "System.fetch_env!": Effect.ENVIRONMENT,
    "Application.get_env": Effect.STORE,
    "Application.fetch_env!": Effect.STORE,
    "Application.compile_env": Effect.STORE,
    "Application.compile_env!": Effect.STORE,
    "IO.gets": Effect.FILE,
    # Files
    "File.read!": Effect.FILE,
    "File.read": Effect.FILE,
    # Encodings
    "Base.encode64": Effect.BASE64,
    "Base.url_encode64": Effect.BASE64,
    "Base.decode64!": Effect.UNBASE64,
    "Base.url_decode64!": Effect.UNBASE64,
    "Base.encode16": Effect.HEX,
    "Base.decode16!": Effect.UNHEX,
    # Containers
    "Map.new": Effect.MAP,
    "Map.merge": Effect.MERGED,
    **dict.fromkeys(("Map.put", "Keyword.put", "Map.put_new"), Effect.PUT),
    "Keyword.merge": Effect.MERGED,
    "Keyword.get": Effect.GET,
    "Map.get": Effect.GET,
    "Keyword.fetch!": Effect.GET,
    "Map.fetch!": Effect.GET,
}

_BODY: Final = ("post", "put", "patch")
_PLAIN: Final = ("get", "head", "delete", "options")


def _poison(module: str) -> dict[str, Signature]:
    """Give the functions of a client whose headers stand behind the URL, and behind the body where there is one."""
    plain = {verb: Signature(("url", "headers"), verb.upper()) for verb in _PLAIN}
    sending = {verb: Signature(("url", "data", "headers"), verb.upper()) for verb in _BODY}
    whole = {"request": Signature(("method", "url", "data", "headers"))}
    return {f"{module}.{verb}{mark}": each for verb, each in (plain | sending | whole).items() for mark in ("", "!")}


def _named(module: str) -> dict[str, Signature]:
    return {f"{module}.{verb}{mark}": Signature(("url",), verb.upper()) for verb in (*_PLAIN, *_BODY) for mark in ("", "!")}


LIBRARY: Final = Library(
    calls=_CALLS,
    requests={
        **_poison("HTTPoison"),
        **_poison("Mojito"),
        **_named("Req"),
        **_named("Tesla"),
        "Req.request": Signature(("options",)),
        "Req.request!": Signature(("options",)),
        "Finch.build": Signature(("method", "url", "headers")),
        "httpc.request": Signature(("method",), complete=False),
        "hackney.request": Signature(("method", "url", "headers", "data")),
    },
    clients={"Req.new": Signature(("options",)), "Tesla.client": Signature((), complete=False)},
    keywords={
        "url": "url",
        "base_url": "base",
        "method": "method",
        "headers": "headers",
        "auth": "auth",
        "params": "query",
        "query": "query",
        "body": "data",
        "json": "data",
        "form": "data",
        "hackney": "tls",
        "ssl": "tls",
        "ssl_options": "tls",
        "connect_options": "tls",
        "transport_opts": "tls",
        "verify": "verify",
    },
    outputs={
        **dict.fromkeys(("IO.puts", "IO.inspect", "IO.write", "IO.warn", "raise"), 0),
        **{f"Logger.{level}": 0 for level in ("debug", "info", "notice", "warning", "warn", "error", "critical", "alert")},
    },
    signings={"crypto.mac": 2},
    tests=frozenset(
        ["starts_with?", "String.starts_with?", "ends_with?", "contains?", "match?", "replace", "split", "assert", "refute", "trim_leading"]
    ),
    cases=frozenset({"test", "describe", "it"}),
    refusals=frozenset({"assert_raise", "catch_error"}),
    implicit=True,
    records=False,
)
