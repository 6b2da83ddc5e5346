"""How Python's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            "requests",
            "httpx",
            "aiohttp",
            "urllib3",
            "niquests",
            "curl_cffi",
            "requests_toolbelt",
            "requests_oauthlib",
            "httplib2",
            "treq",
            "authlib",
        }
    ),
    raising=frozenset({"urllib.request", "urllib2", "tornado.httpclient", "wget", "pandas"}),
    switches={"raise_for_status": True, "raise_error": True},
    watching=frozenset({"event_hooks", "hooks", "response_hook", "trace_configs", "middlewares"}),
    readings={
        **dict.fromkeys(("status_code", "status", "code", "getcode", "reason", "reason_phrase", "http_status"), "status"),
        **dict.fromkeys(("ok", "is_success"), "ok"),
        **dict.fromkeys(("is_error",), "failed"),
        "is_client_error": "4",
        "is_server_error": "5",
        "is_redirect": "3",
        "raise_for_status": "raises",
        "response": "answer",
        **dict.fromkeys(("__aenter__", "__enter__"), "answer"),
    },
    errors={
        **dict.fromkeys(("Exception", "BaseException"), "all"),
        **dict.fromkeys(("RequestException", "ClientError", "URLError", "OSError", "IOError"), "http"),
        **dict.fromkeys(("HTTPError", "HTTPStatusError", "ClientResponseError"), "status"),
        **dict.fromkeys(
            (
                *("ConnectionError", "Timeout", "ConnectTimeout", "ReadTimeout", "TimeoutException", "ConnectError", "ReadError"),
                *(
                    "NetworkError",
                    "RequestError",
                    "TransportError",
                    "ClientConnectionError",
                    "ClientConnectorError",
                    "ServerTimeoutError",
                    "TimeoutError",
                ),
                *("ChunkedEncodingError", "ServerDisconnectedError", "RemoteProtocolError", "SSLError", "PoolTimeout", "WriteError"),
                *("ProtocolError", "NewConnectionError", "MaxRetryError", "gaierror", "ClientOSError", "ConnectionResetError", "timeout"),
                *("JSONDecodeError", "ValueError", "KeyError", "TypeError", "AttributeError", "KeyboardInterrupt", "CancelledError"),
            ),
            "network",
        ),
    },
    waits=dict.fromkeys(("time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep", "gevent.sleep", "eventlet.sleep"), 1.0),
    rerunning=frozenset({"retry"}),
    attaching=frozenset({"mount"}),
    exits=frozenset({"sys.exit", "exit", "quit", "os._exit", "pytest.fail", "pytest.skip", "typer.Exit"}),
    policies={
        **dict.fromkeys(
            ("tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying", "tenacity.asyncio.AsyncRetrying"),
            Policy(keywords={"wait": "waiter", "retry": "filter"}, functions=True),
        ),
        "backoff.on_exception": Policy(
            ("waiter", "errors"),
            {"wait_gen": "waiter", "exception": "errors", "giveup": "unless", "interval": "wait", "max_value": "cap"},
            functions=True,
        ),
        "backoff.on_predicate": Policy(
            ("waiter", "result"), {"wait_gen": "waiter", "predicate": "result", "interval": "wait"}, functions=True, repeats=""
        ),
        "retrying.retry": Policy(
            keywords={
                "wait_fixed": "wait",
                "wait_exponential_multiplier": "grows",
                "wait_incrementing_increment": "grows",
                "wait_random_max": "grows",
                "retry_on_exception": "when",
                "retry_on_result": "result",
            },
            unit=0.001,
            functions=True,
        ),
        **dict.fromkeys(
            ("retry.retry", "retry.api.retry", "retry2.retry"),
            Policy(
                ("errors", "", "wait", "", "factor"),
                {"exceptions": "errors", "delay": "wait", "backoff": "factor", "jitter": "grows"},
                functions=True,
            ),
        ),
        **dict.fromkeys(
            ("stamina.retry", "stamina.retry_context"),
            Policy(("errors",), {"on": "errors", "wait_max": "cap"}, wait=Wait.GROWING, functions=True),
        ),
        **dict.fromkeys(
            (
                "urllib3.util.retry.Retry",
                "urllib3.util.Retry",
                "urllib3.Retry",
                "requests.packages.urllib3.util.retry.Retry",
                "requests.adapters.Retry",
            ),
            Policy(
                keywords={"status_forcelist": "statuses", "backoff_factor": "base"},
                needs=frozenset({"statuses"}),
                repeats="",
            ),
        ),
        **dict.fromkeys(
            ("aiohttp_retry.ExponentialRetry", "aiohttp_retry.RandomRetry", "aiohttp_retry.FibonacciRetry", "aiohttp_retry.JitterRetry"),
            Policy(keywords={"statuses": "statuses", "start_timeout": "base"}, repeats="5 network", wait=Wait.GROWING),
        ),
        **dict.fromkeys(
            ("*.task", "*.shared_task"),
            Policy(
                keywords={
                    "autoretry_for": "errors",
                    "dont_autoretry_for": "spared",
                    "retry_backoff": "grows",
                    "default_retry_delay": "wait",
                    "retry_kwargs": "options",
                    "countdown": "wait",
                },
                needs=frozenset({"errors"}),
                wait=Wait.FIXED,
                seconds=180,
            ),
        ),
    },
    waiters={
        "wait_none": (Wait.NONE, ""),
        "wait_fixed": (Wait.FIXED, "wait"),
        "constant": (Wait.FIXED, "interval"),
        **dict.fromkeys(
            (
                *("wait_exponential", "wait_random_exponential", "wait_exponential_jitter", "wait_incrementing", "wait_chain"),
                *("wait_combine", "wait_random", "expo", "fibo", "full_jitter"),
            ),
            (Wait.GROWING, ""),
        ),
        "runtime": (Wait.ASKED, ""),
    },
    filters={
        "retry_if_exception_type": "errors",
        "retry_if_not_exception_type": "spared",
        "retry_if_exception": "when",
        "retry_unless_exception_type": "unknown",
        "retry_if_result": "result",
        "retry_any": "any",
        "retry_all": "unknown",
    },
)
