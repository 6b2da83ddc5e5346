"""What R's functions and the packages that people call APIs with do to the values they are given."""

from __future__ import annotations

from typing import Final

from sealguard.flow.library import Effect, Library, Signature

_CALLS: Final = {
    "paste": Effect.SPACED,
    "paste0": Effect.CONCAT,
    "str_c": Effect.CONCAT,
    **dict.fromkeys(("sub", "gsub"), Effect.REPLACE),
    "sprintf": Effect.PRINTF,
    "as.character": Effect.SAME,
    "toString": Effect.SAME,
    "tolower": Effect.LOWER,
    "toupper": Effect.UPPER,
    "trimws": Effect.TRIM,
    "str_trim": Effect.TRIM,
    "substr": Effect.PART,
    "substring": Effect.PART,
    "nchar": Effect.DIGEST,
    "nzchar": Effect.DIGEST,
    "is.null": Effect.DIGEST,
    "identity": Effect.COPY,
    "invisible": Effect.COPY,
    "unlist": Effect.COPY,
    "return": Effect.COPY,
    "URLencode": Effect.PERCENT,
    "url_escape": Effect.PERCENT,
    "curl_escape": Effect.PERCENT,
    "URLdecode": Effect.UNPERCENT,
    "base64_enc": Effect.BASE64,
    "base64encode": Effect.BASE64,
    "base64_dec": Effect.UNBASE64,
    "base64decode": Effect.UNBASE64,
    "rawToChar": Effect.SAME,
    "charToRaw": Effect.SAME,
    "intToUtf8": Effect.CHARACTER,
    "modify_url": Effect.SAME,
    "Sys.getenv": Effect.ENVIRONMENT,
    "key_get": Effect.STORE,
    "askForPassword": Effect.STORE,
    "askpass": Effect.STORE,
    "readline": Effect.STORE,
    "secret_decrypt": Effect.STORE,
    "readLines": Effect.CONTENT,
    "scan": Effect.CONTENT,
    "read_lines": Effect.CONTENT,
    "read_file": Effect.FILE,
    "readChar": Effect.FILE,
    "digest": Effect.DIGEST,
    "sha256": Effect.DIGEST,
    "hmac": Effect.DIGEST,
}

_CONFIGURED: Final = ("url", "options", "options", "options", "options", "options")
_VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")

LIBRARY: Final = Library(
    subjects=dict.fromkeys(("sub", "gsub"), 2),
    calls=_CALLS,
    requests={
        **{verb: Signature(_CONFIGURED, verb) for verb in _VERBS},
        "VERB": Signature(("method", *_CONFIGURED)),
        "RETRY": Signature(("method", *_CONFIGURED)),
        "request": Signature(("url",), complete=False),
        "getURL": Signature(("url",), "GET"),
        "fromJSON": Signature(("url",), "GET", complete=False),
        "download.file": Signature(("url",), "GET"),
        "curl_fetch_memory": Signature(("url",), complete=False),
    },
    keywords={
        "url": "url",
        "method": "method",
        "headers": "headers",
        "httpheader": "headers",
        "cookies": "cookies",
        "auth": "auth",
        "query": "query",
        "body": "data",
        "handle": "headers",
        "config": "options",
        "ssl_verifypeer": "verify",
        "ssl_verifyhost": "verify",
        "ssl.verifypeer": "verify",
    },
    chained={
        "req_headers": "headers",
        "req_headers_redacted": "headers",
        "req_auth_bearer_token": "bearer",
        "req_auth_basic": "auth",
        "req_url_query": "query",
        "req_method": "method",
        "req_options": "verify",
        **dict.fromkeys(("req_body_json", "req_body_form", "req_body_raw"), "data"),
        **dict.fromkeys(("req_perform", "req_retry", "req_timeout", "req_user_agent", "req_error", "req_throttle"), ""),
        **dict.fromkeys(("req_url_path_append", "req_url_path", "req_cache", "req_progress", "req_verbose", "req_dry_run"), ""),
        **dict.fromkeys(("req_oauth_client_credentials", "req_oauth_auth_code", "req_policies", "req_url", "req_template"), "hidden"),
    },
    sends=frozenset({"req_perform"}),
    outputs={
        **dict.fromkeys(
            ("print", "message", "cat", "warning", "stop", "writeLines", "cli_alert_info", "cli_text", "cli_abort", "abort"), 0
        ),
        **{f"log_{level}": 0 for level in ("trace", "debug", "info", "success", "warn", "error", "fatal")},
        **{f"flog.{level}": 0 for level in ("trace", "debug", "info", "warn", "error", "fatal")},
    },
    signings={"hmac": 0, "sha256": 1},
    tests=frozenset(
        [
            *("startsWith", "endsWith", "grepl", "grep", "regexpr", "sub", "gsub", "str_detect", "str_starts", "str_replace", "identical"),
            *("expect_equal", "expect_identical", "expect_match", "expect_true", "stopifnot", "match.arg"),
        ]
    ),
    cases=frozenset({"test_that", "it", "describe"}),
    refusals=frozenset({"expect_error", "expect_condition"}),
    records=False,
)
