"""How the HTTP libraries of Java and Kotlin tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

_ERRORS: Final = {
    **dict.fromkeys(("Exception", "Throwable", "RuntimeException"), "all"),
    **dict.fromkeys(("RestClientException", "WebClientException", "IOException", "FeignException", "ResponseException"), "http"),
    **dict.fromkeys(
        ("RestClientResponseException", "HttpStatusCodeException", "WebClientResponseException", "HttpException", "HttpResponseException"),
        "status",
    ),
    **dict.fromkeys(("HttpClientErrorException", "ClientRequestException"), "4"),
    **dict.fromkeys(("HttpServerErrorException", "ServerResponseException"), "5"),
    **dict.fromkeys(("ResourceAccessException", "WebClientRequestException", "HttpTimeoutException", "ConnectException"), "network"),
    **dict.fromkeys(("SocketTimeoutException", "InterruptedException", "UnknownHostException", "SocketException"), "network"),
    **dict.fromkeys(("HttpRequestTimeoutException", "ConnectTimeoutException", "JsonProcessingException"), "network"),
}
_READINGS: Final = {
    **dict.fromkeys(
        ("statusCode", "code", "getStatusCode", "getCode", "getStatus", "status", "getStatusLine", "getRawStatusCode", "getResponseCode"),
        "status",
    ),
    **dict.fromkeys(("responseCode", "statusLine", "rawStatusCode", "responseMessage", "getResponseMessage"), "status"),
    **dict.fromkeys(("isSuccessful", "is2xxSuccessful", "isSuccess", "isOk", "isSuccessStatus"), "ok"),
    **dict.fromkeys(("isError", "isFailure"), "failed"),
    "is4xxClientError": "4",
    "is5xxServerError": "5",
    **dict.fromkeys(("onStatus", "ensureSuccess", "throwIfNotSuccessful", "bodyOrThrow", "expect"), "raises"),
    **dict.fromkeys(("response", "getResponse"), "answer"),
}

FAILURES: Final = Failures(
    quiet=frozenset({"HttpClient", "HttpRequest", "OkHttpClient", "Request", "Request.Builder", "HttpClients", "CloseableHttpClient"}),
    raising=frozenset(
        {
            "RestTemplate",
            "WebClient",
            "RestClient",
            "URL",
            "Jsoup",
            "HttpURLConnection",
            "Feign",
            "Retrofit",
            "openConnection",
        }
    ),
    loud=frozenset(
        {
            "getForObject",
            "getForEntity",
            "postForObject",
            "postForEntity",
            "patchForObject",
            "exchange",
            "retrieve",
        }
    ),
    quiet_methods=frozenset({"newCall", "send", "sendAsync"}),
    watching=frozenset(
        {
            *("addInterceptor", "addNetworkInterceptor", "setErrorHandler", "errorHandler", "defaultStatusHandler", "statusHandler"),
            *("HttpResponseValidator", "validateResponse", "expectSuccess", "addInterceptorLast", "evictionPolicy", "intercept"),
        }
    ),
    switches={"expectSuccess": True},
    readings=_READINGS,
    errors=_ERRORS,
    waits={
        **dict.fromkeys(("Thread.sleep", "delay", "kotlinx.coroutines.delay", "LockSupport.parkMillis"), 0.001),
        **{f"TimeUnit.{unit}.sleep": seconds for unit, seconds in {"SECONDS": 1.0, "MILLISECONDS": 0.001, "MINUTES": 60.0}.items()},
    },
    unit=0.001,
    exits=frozenset({"System.exit", "exitProcess", "fail"}),
    handing=frozenset({"thenApply", "thenAccept", "thenCompose", "map", "use", "let", "also", "flatMap", "enqueue", "sendAsync"}),
    catching=frozenset({"exceptionally"}),
    sending=frozenset({"execute", "enqueue", "await", "executeAsync"}),
    passing=frozenset({"get", "join", "orTimeout", "execute", "await", "returnResponse"}),
    policies={
        "Retryable": Policy(
            keywords={
                **dict.fromkeys(("value", "include", "retryFor"), "errors"),
                **dict.fromkeys(("exclude", "noRetryFor", "notRecoverable"), "spared"),
                "backoff": "options",
                "delay": "wait",
                "multiplier": "factor",
                "random": "grows",
                "exceptionExpression": "unknown",
            },
            positional=("errors",),
            wait=Wait.FIXED,
            seconds=1,
            unit=0.001,
        ),
        "*.handle": Policy(("errors", "errors", "errors", "errors"), owners=frozenset({"RetryPolicy"}), wait=Wait.NONE),
        "RetryTemplate.builder": Policy(wait=Wait.NONE, unit=0.001),
        "*.custom": Policy(owners=frozenset({"RetryConfig"}), wait=Wait.FIXED, seconds=0.5, unit=0.001),
        **{
            f"*.{name}": replace(policy, owners=frozenset({"Retry"}))
            for name, policy in {
                "fixedDelay": Policy(("", "wait")),
                "backoff": Policy(("", "base"), wait=Wait.GROWING),
                "max": Policy(),
                "indefinitely": Policy(),
            }.items()
        },
        "retryIf": Policy(("when", "when"), needs=frozenset({"when"}), repeats="", wait=Wait.GROWING, unit=0.001, beside=True),
        **dict.fromkeys(
            ("retryOnServerErrors", "retryOnExceptionOrServerErrors"),
            Policy(repeats="5 network", wait=Wait.GROWING, unit=0.001, beside=True),
        ),
    },
    waiters={
        **dict.fromkeys(("ofExponentialBackoff", "ofExponentialRandomBackoff", "ofRandomized", "exponentialDelay"), (Wait.GROWING, "")),
        "of": (Wait.FIXED, ""),
    },
    filters={
        "waitDuration": "wait",
        "intervalFunction": "waiter",
        "retryExceptions": "errors",
        "ignoreExceptions": "spared",
        "retryOnException": "when",
        "retryOnResult": "when",
        "filter": "when",
        "Backoff": "wait",
        "withDelay": "wait",
        "withBackoff": "grows",
        "fixedBackoff": "wait",
        "exponentialBackoff": "grows",
        "retryOn": "errors",
        "traversingCauses": "",
        "notRetryOn": "spared",
        "abortOn": "spared",
        "handleIf": "when",
        "constantDelay": "wait",
        "exponentialDelay": "grows",
        "delayMillis": "waiter",
    },
    raisers={"error": "IllegalStateException"},
    proceeding=frozenset({"proceed"}),
    attaching=frozenset(
        {"addInterceptor", "addNetworkInterceptor", "authenticator", "interceptors", "filter", "requestInterceptor", "retryer"}
    ),
)
