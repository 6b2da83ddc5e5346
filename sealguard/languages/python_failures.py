"""How Python's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.flow.failures import Failures

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            "requests",
            "httpx",
            "aiohttp",
            "urllib3",
            "http.client",
            "httplib",
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
        **dict.fromkeys(("RequestException", "ClientError", "TransportError", "URLError", "OSError", "IOError"), "http"),
        **dict.fromkeys(("HTTPError", "HTTPStatusError", "ClientResponseError"), "status"),
        **dict.fromkeys(
            (
                *("ConnectionError", "Timeout", "ConnectTimeout", "ReadTimeout", "TimeoutException", "ConnectError", "ReadError"),
                *("NetworkError", "RequestError", "ClientConnectionError", "ClientConnectorError", "ServerTimeoutError", "TimeoutError"),
                *("ChunkedEncodingError", "ServerDisconnectedError", "RemoteProtocolError", "SSLError", "PoolTimeout", "WriteError"),
                *("ProtocolError", "NewConnectionError", "MaxRetryError", "gaierror", "ClientOSError", "ConnectionResetError", "timeout"),
                *("JSONDecodeError", "ValueError", "KeyError", "TypeError", "AttributeError", "KeyboardInterrupt", "CancelledError"),
            ),
            "network",
        ),
    },
    waits=dict.fromkeys(("time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep", "gevent.sleep", "eventlet.sleep"), 1.0),
    exits=frozenset({"sys.exit", "exit", "quit", "os._exit", "pytest.fail", "pytest.skip", "typer.Exit"}),
)
