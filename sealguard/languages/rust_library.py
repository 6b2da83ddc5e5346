"""What Rust's standard library and the crates that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final, TypeVar

from sealguard.flow.library import Effect, Library, Signature, receives
from sealguard.languages.rust_failures import FAILURES

_Entry = TypeVar("_Entry")


def _imported(table: dict[str, _Entry]) -> dict[str, _Entry]:
    """Give names as their crates call them, and by their last two words, which is how code spells what it imports by a list."""
    return {spelled: value for name, value in table.items() for spelled in (name, ".".join(name.split(".")[-2:]))}


_CALLS: Final = {
    **dict.fromkeys(("Uri.builder", "http.Uri.builder", "hyper.Uri.builder"), Effect.URL_NAMED),
    # Text
    "format": Effect.FORMAT,
    "format_args": Effect.FORMAT,
    "concat": Effect.CONCAT,
    "String.from": Effect.SAME,
    "Some": Effect.COPY,
    "Ok": Effect.COPY,
    "Box.new": Effect.COPY,
    "Arc.new": Effect.COPY,
    "Rc.new": Effect.COPY,
    "Cow.from": Effect.SAME,
    "Cow.Borrowed": Effect.SAME,
    **dict.fromkeys(("SecretString.from", "SecretString.new", "Secret.new", "SecretBox.new", "SecretString.from_str"), Effect.VEILED),
    "Url.parse": Effect.SAME,
    **_imported(
        {
            **dict.fromkeys(("secrecy.SecretString.new", "secrecy.SecretString.from", "secrecy.Secret.new"), Effect.VEILED),
            "reqwest.Url.parse": Effect.SAME,
            "reqwest.header.HeaderValue.from_str": Effect.SAME,
            "reqwest.header.HeaderValue.from_static": Effect.SAME,
            "reqwest.header.HeaderValue.from_bytes": Effect.SAME,
            "reqwest.header.HeaderValue.try_from": Effect.SAME,
            "reqwest.header.HeaderName.from_static": Effect.SAME,
            "reqwest.header.HeaderName.from_bytes": Effect.SAME,
            "reqwest.header.HeaderMap.new": Effect.MAP,
            "http.header.HeaderValue.from_str": Effect.SAME,
            "http.header.HeaderMap.new": Effect.MAP,
            "std.collections.HashMap.new": Effect.MAP,
            "std.collections.HashMap.from": Effect.MAP,
            "std.collections.BTreeMap.new": Effect.MAP,
            "std.collections.BTreeMap.from": Effect.MAP,
            # Where secrets come from
            "std.env.var": Effect.ENVIRONMENT,
            "std.env.var_os": Effect.ENVIRONMENT,
            "dotenvy.var": Effect.ENVIRONMENT,
            "dotenv.var": Effect.ENVIRONMENT,
            "rpassword.prompt_password": Effect.STORE,
            # Files
            "std.fs.read_to_string": Effect.FILE,
            "std.fs.read": Effect.FILE,
            "tokio.fs.read_to_string": Effect.FILE,
            "std.io.read_to_string": Effect.FILE,
            # Encodings
            "base64.encode": Effect.BASE64,
            "base64.decode": Effect.UNBASE64,
            "hex.encode": Effect.HEX,
            "hex.decode": Effect.UNHEX,
            "urlencoding.encode": Effect.PERCENT,
            "urlencoding.decode": Effect.UNPERCENT,
            "String.from_utf8": Effect.SAME,
            "String.from_utf8_lossy": Effect.SAME,
            "std.str.from_utf8": Effect.SAME,
        }
    ),
    "env": Effect.ENVIRONMENT,
    "option_env": Effect.ENVIRONMENT,
    "include_str": Effect.FILE,
    **{
        f"{engine}.{act}": effect
        for engine in (
            *("base64.engine.general_purpose.STANDARD", "general_purpose.STANDARD", "STANDARD", "BASE64_STANDARD"),
            *("base64.engine.general_purpose.URL_SAFE", "general_purpose.URL_SAFE", "base64.prelude.BASE64_STANDARD"),
        )
        for act, effect in (("encode", Effect.BASE64), ("decode", Effect.UNBASE64))
    },
}

_SAME: Final = (
    *("to_string", "to_owned", "into", "as_str", "as_ref", "as_bytes", "into_bytes", "to_vec", "expose_secret", "into_string", "to_str"),
    *("try_into", "into_boxed_str"),
)
_COPIED: Final = (
    *(
        "clone",
        "cloned",
        "copied",
        "unwrap",
        "expect",
        "ok",
        "parse",
        "map_err",
        "context",
        "with_context",
        "ok_or",
        "ok_or_else",
        "as_deref",
    ),
    *("iter", "into_iter", "collect", "borrow", "as_mut", "await"),
)

_METHODS: Final = {
    **dict.fromkeys(_SAME, Effect.SAME),
    **dict.fromkeys(_COPIED, Effect.COPY),
    "unwrap_or": Effect.CHOICE,
    "unwrap_or_else": Effect.CHOICE,
    "or": Effect.CHOICE,
    "or_else": Effect.CHOICE,
    "unwrap_or_default": Effect.COPY,
    "trim": Effect.TRIM,
    "trim_end": Effect.TRIM,
    "trim_start": Effect.SAME,
    "trim_end_matches": Effect.TRIM,
    "replace": Effect.REPLACE,
    "to_lowercase": Effect.LOWER,
    "to_uppercase": Effect.UPPER,
    "chars": Effect.LETTERS,
    "rev": Effect.REVERSE,
    "join": Effect.JOINED,
    "len": Effect.DIGEST,
    "is_empty": Effect.DIGEST,
}

_URL: Final = ("url",)
_VERBS: Final = {
    "get": Signature(_URL, "GET", complete=False),
    "head": Signature(_URL, "HEAD", complete=False),
    "post": Signature(_URL, "POST", complete=False),
    "put": Signature(_URL, "PUT", complete=False),
    "patch": Signature(_URL, "PATCH", complete=False),
    "delete": Signature(_URL, "DELETE", complete=False),
    "request": Signature(("method", "url"), complete=False),
}
_CRATES: Final = ("reqwest", "reqwest.blocking", "ureq", "surf", "attohttpc", "minreq", "isahc")

_CLIENTS: Final = {
    **{
        f"{module}Client.{maker}": Signature(())
        for module in ("reqwest.", "reqwest.blocking.", "blocking.", "")
        for maker in ("new", "builder", "default")
    },
    **{f"{module}ClientBuilder.new": Signature(()) for module in ("reqwest.", "reqwest.blocking.", "blocking.", "")},
    "ureq.AgentBuilder.new": Signature(()),
    "ureq.Agent.new": Signature(()),
    "ureq.agent": Signature(()),
    "hyper.Request.builder": Signature((), complete=False),
    "http.Request.builder": Signature((), complete=False),
    "Request.builder": Signature((), complete=False),
    "surf.Client.new": Signature((), complete=False),
}

_CHAINED: Final = {
    **dict.fromkeys(("header", "set", "set_header", "insert_header", "append_header", "with_header"), "header"),
    "headers": "headers",
    "default_headers": "headers",
    "bearer_auth": "bearer",
    "basic_auth": "auth",
    "query": "query",
    "query_pairs": "query",
    "uri": "url",
    "method": "method",
    "danger_accept_invalid_certs": "insecure",
    "danger_accept_invalid_hostnames": "insecure",
    **dict.fromkeys(("json", "form", "body", "multipart", "send_json", "send_form", "send_string", "body_string", "body_json"), "data"),
    **dict.fromkeys(("send", "call", "execute", "build", "timeout", "user_agent", "connect_timeout", "version", "no_proxy", "gzip"), ""),
    **dict.fromkeys(("error_for_status", "redirect", "https_only", "use_rustls_tls", "use_native_tls", "add_root_certificate"), ""),
    **dict.fromkeys(("pool_max_idle_per_host", "min_tls_version", "tls_built_in_root_certs", "recv_string", "recv_json"), ""),
    **dict.fromkeys(("proxy", "identity", "with", "middleware", "tls_connector", "cookie_store", "unwrap", "expect", "clone"), "kept"),
}

_MACROS: Final = ("info", "debug", "warn", "error", "trace")
_PLAIN: Final = ("println", "print", "eprintln", "eprint", "panic", "anyhow", "bail", "dbg")

LIBRARY: Final = Library(
    failures=FAILURES,
    calls=_CALLS,
    methods=_METHODS,
    requests={
        **{f"{crate}.{verb}": signature for crate in _CRATES for verb, signature in _VERBS.items()},
        **{f"*.{verb}": signature for verb, signature in _VERBS.items()},
    },
    clients=_CLIENTS,
    verbs=_VERBS,
    chained=_CHAINED,
    fluent=True,
    sends=frozenset({"send", "call", "execute", "send_json", "send_form", "send_string", "recv_string", "recv_json"}),
    urls={"scheme": "scheme", "authority": "host", "path_and_query": "path", "build": ""},
    constants={
        "header.AUTHORIZATION": "Authorization",
        "header.ACCEPT": "Accept",
        "header.CONTENT_TYPE": "Content-Type",
        "header.USER_AGENT": "User-Agent",
        "header.COOKIE": "Cookie",
        "AUTHORIZATION": "Authorization",
        "Method.GET": "GET",
        "Method.POST": "POST",
    },
    keywords={"danger_accept_invalid_certs": "insecure", "danger_accept_invalid_hostnames": "insecure"},
    outputs={
        **dict.fromkeys((*_PLAIN, *_MACROS), 0),
        **{f"{crate}.{name}": 0 for crate in ("log", "tracing", "slog") for name in _MACROS},
        "anyhow.anyhow": 0,
        "anyhow.bail": 0,
        "std.io.stdout": 0,
    },
    signings={
        **_imported({"hmac.Hmac.new_from_slice": 0}),
        "HmacSha256.new_from_slice": 0,
        "Hmac.new_from_slice": 0,
        "hmac.Key.new": 1,
        "ring.hmac.Key.new": 1,
    },
    tests=frozenset(
        [
            *("starts_with", "ends_with", "contains", "strip_prefix", "strip_suffix", "trim_start_matches", "find", "split", "replace"),
            *("eq", "eq_ignore_ascii_case", "matches", "assert", "assert_eq", "assert_ne", "mock", "path", "expect_err"),
        ]
    ),
    refusals=frozenset({"is_err", "unwrap_err", "expect_err"}),
    receiver=receives("self"),
)
