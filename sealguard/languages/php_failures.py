"""How PHP's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

_FACADES: Final = ("Illuminate.Support.Facades.Http", "Http")

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            *_FACADES,
            "wp_remote_get",
            "wp_remote_post",
            "wp_remote_request",
            "wp_safe_remote_get",
            "wp_safe_remote_post",
            "WpOrg.Requests.Requests",
            "Requests",
            "Buzz.Browser",
            "Cake.Http.Client",
            "yii.httpclient.Client",
            "Unirest.Request",
        }
    ),
    raising=frozenset(
        {
            *("GuzzleHttp.Client", "Symfony.Component.HttpClient", "file_get_contents", "fopen", "file", "readfile", "copy"),
            *("simplexml_load_file", "SoapClient"),
        }
    ),
    switches={"http_errors": True, "ignore_errors": False, "CURLOPT_FAILONERROR": True},
    raised_by=frozenset({"retry", "throw", "throwIf"}),
    watching=frozenset({"handler", "withResponseMiddleware", "globalResponseMiddleware", "pool"}),
    readings={
        **dict.fromkeys(("getStatusCode", "status", "status_code", "statusCode", "getReasonPhrase", "code"), "status"),
        **dict.fromkeys(("getCode", "wp_remote_retrieve_response_code", "isOk", "getIsOk"), "status"),
        **dict.fromkeys(("ok", "successful", "isSuccess", "success"), "ok"),
        **dict.fromkeys(("failed",), "failed"),
        "clientError": "4",
        "serverError": "5",
        "unauthorized": "401",
        "forbidden": "403",
        "tooManyRequests": "429",
        **dict.fromkeys(("throw", "throwIf", "throwUnless", "throwIfStatus", "throwIfClientError", "onError"), "raises"),
        **dict.fromkeys(("getResponse", "response", "wait"), "answer"),
        "hasResponse": "answered",
    },
    bodies=frozenset({"wp_remote_retrieve_body", "wp_remote_retrieve_headers", "wp_remote_retrieve_header", "is_wp_error"}),
    running=frozenset({"curl_exec"}),
    informing=frozenset({"curl_getinfo", "curl_multi_info_read"}),
    errors={
        **dict.fromkeys(("Throwable", "Exception", "RuntimeException", "Error"), "all"),
        **dict.fromkeys(
            ("GuzzleException", "TransferException", "RequestException", "ClientExceptionInterface", "HttpExceptionInterface"), "http"
        ),
        **dict.fromkeys(("BadResponseException", "HttpClientException"), "status"),
        "ClientException": "4",
        "ServerException": "5",
        **dict.fromkeys(
            ("ConnectException", "ConnectionException", "TransportExceptionInterface", "TransportException", "JsonException"), "network"
        ),
    },
    waits={"sleep": 1, "usleep": 1e-6, "time_nanosleep": 1, "Illuminate.Support.Sleep.for": 1, "Sleep.for": 1},
    unit=1,
    exits=frozenset({"exit", "die", "abort", "wp_die", "wp_send_json_error"}),
    handing=frozenset({"then"}),
    passing=frozenset({"wait"}),
    attaching=frozenset({"push", "unshift", "withMiddleware"}),
    policies={
        **dict.fromkeys(("retry", "Illuminate.Support.retry"), Policy(("times", "run", "waiter", "when"), unit=0.001)),
        "*.retry": Policy(
            ("times", "waiter", "when"), {"sleepMilliseconds": "waiter", "when": "when"}, unit=0.001, owners=frozenset(_FACADES)
        ),
        "GuzzleHttp.Middleware.retry": Policy(("when", "waiter"), repeats="", wait=Wait.GROWING, unit=0.001),
        "Symfony.Component.HttpClient.Retry.GenericRetryStrategy": Policy(
            ("statuses", "base", "factor"), repeats="423 425 429 5", wait=Wait.GROWING, seconds=1, unit=0.001
        ),
    },
)
