"""How Ruby's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

FAILURES: Final = Failures(
    quiet=frozenset({"Net.HTTP", "Faraday", "HTTParty", "HTTP", "HTTPX", "Typhoeus", "Excon", "HTTPClient", "Curl.Easy", "Patron.Session"}),
    raising=frozenset({"RestClient", "URI", "OpenURI"}),
    watching=frozenset({"raise_error", "raise_on", "expects", "after_request", "use", "RaiseError"}),
    switches={"raise_error": True, "RaiseError": True},
    readings={
        **dict.fromkeys(("code", "status", "response_code", "message", "http_status"), "status"),
        **dict.fromkeys(("success?", "ok?", "is_success?"), "ok"),
        **dict.fromkeys(("failure?", "error?"), "failed"),
        **dict.fromkeys(("client_error?", "client_error"), "4"),
        **dict.fromkeys(("server_error?", "server_error"), "5"),
        "unauthorized?": "401",
        "forbidden?": "403",
        "too_many_requests?": "429",
        **dict.fromkeys(("value", "error!", "raise_for_status", "raise_error"), "raises"),
        **dict.fromkeys(("is_a?", "kind_of?", "instance_of?"), "class"),
        **dict.fromkeys(("response", "tap"), "answer"),
    },
    errors={
        **dict.fromkeys(("StandardError", "Exception"), "all"),
        **dict.fromkeys(("Error",), "http"),
        **dict.fromkeys(("HTTPError", "ExceptionWithResponse", "RequestFailed", "HTTPServerException"), "status"),
        **dict.fromkeys(("ClientError", "UnauthorizedError", "ForbiddenError"), "4"),
        **dict.fromkeys(("ServerError", "TooManyRequestsError", "TooManyRequests"), "5"),
        **dict.fromkeys(("ConnectionFailed", "TimeoutError", "OpenTimeout", "ReadTimeout", "ECONNREFUSED", "ECONNRESET"), "network"),
        **dict.fromkeys(("SocketError", "ParserError", "EOFError", "SSLError"), "network"),
    },
    waits={"sleep": 1, "Kernel.sleep": 1},
    unit=1,
    exits=frozenset({"exit", "abort", "exit!"}),
    handing=frozenset({"then", "yield_self"}),
    policies={
        "*.request": Policy(
            ("", "options"),
            {
                **dict.fromkeys(("retry_statuses",), "statuses"),
                "exceptions": "errors",
                "interval": "base",
                "backoff_factor": "factor",
                "interval_randomness": "grows",
                "retry_if": "when",
            },
            needs=frozenset({"statuses"}),
            repeats="",
        ),
        "retry_on": Policy(("errors",) * 8, {"wait": "waiter"}, wait=Wait.FIXED, seconds=3, runs="perform"),
        "Retriable.retriable": Policy(
            ("run",),
            {"on": "errors", "base_interval": "base", "multiplier": "factor", "retry_if": "when", "intervals": "grows"},
            wait=Wait.GROWING,
        ),
    },
    waiters=dict.fromkeys(("polynomially_longer", "exponentially_longer"), (Wait.GROWING, "")),
    raisers={"raise": "RuntimeError", "fail": "RuntimeError"},
)
