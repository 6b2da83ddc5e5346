"""How JavaScript's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            "fetch",
            "fetch-retry",
            "window.fetch",
            "globalThis.fetch",
            "self.fetch",
            "node-fetch",
            "cross-fetch",
            "isomorphic-fetch",
            "isomorphic-unfetch",
            "undici",
            "https",
            "http",
            "follow-redirects",
            "request",
            "needle",
            "phin",
        }
    ),
    raising=frozenset(
        {
            "axios",
            "got",
            "ky",
            "ofetch",
            "$fetch",
            "request-promise",
            "request-promise-native",
            "superagent",
            "wretch",
            "redaxios",
            "graphql-request",
            "bent",
            "$",
            "jQuery",
            "jquery",
            "UrlFetchApp.fetch",
            "alova",
        }
    ),
    switches={"throwHttpErrors": True, "simple": True, "muteHttpExceptions": False, "ignoreResponseError": False, "throwOnError": True},
    accepting=frozenset({"validateStatus"}),
    watching=frozenset({"interceptors", "afterResponse", "onResponse", "onResponseError", "hooks", "intercept", "compose"}),
    readings={
        **dict.fromkeys(("status", "statusCode", "statusText", "statusMessage", "getResponseCode"), "status"),
        "ok": "ok",
        "error": "failed",
        "serverError": "5",
        "clientError": "4",
        "unauthorized": "401",
        "forbidden": "403",
        **dict.fromkeys(("response", "res", "cause", "$response"), "answer"),
    },
    judging={
        "isNetworkError": "network",
        "isIdempotentRequestError": "5",
        "isNetworkOrIdempotentRequestError": "5 network",
        "isRetryableError": "429 5 network",
    },
    errors=dict.fromkeys(("Error", "AxiosError", "HTTPError", "FetchError", "RequestError"), "all"),
    waits={"setTimeout": 0.001, "Utilities.sleep": 0.001, "Bun.sleep": 0.001, "timers.promises.setTimeout": 0.001},
    unit=0.001,
    exits=frozenset({"process.exit", "Deno.exit"}),
    handing=frozenset({"then"}),
    catching=frozenset({"catch"}),
    passing=frozenset({"finally"}),
    calling=frozenset({"https", "http", "follow-redirects", "request"}),
    policies={
        **dict.fromkeys(
            ("p-retry", "p-retry.default", "async-retry", "async-retry.default"),
            Policy(
                ("run", "options"),
                {"retries": "tries", "minTimeout": "base", "factor": "factor", "shouldRetry": "when", "onFailedAttempt": "hook"},
                wait=Wait.GROWING,
                seconds=1,
                unit=0.001,
            ),
        ),
        **dict.fromkeys(
            ("axios-retry", "axios-retry.default"),
            Policy(
                ("client", "options"),
                {"retries": "tries", "retryCondition": "when", "retryDelay": "waiter"},
                repeats="5 network",
                unit=0.001,
            ),
        ),
        **dict.fromkeys(
            ("fetch-retry", "fetch-retry.default"),
            Policy(
                ("", "options"),
                {"retries": "tries", "retryOn": "statuses", "retryDelay": "waiter"},
                needs=frozenset({"statuses", "waiter", "tries"}),
                repeats="network",
                wait=Wait.FIXED,
                seconds=1,
                unit=0.001,
            ),
        ),
        **dict.fromkeys(
            ("undici.RetryAgent", "undici.RetryHandler", "undici.interceptors.retry"),
            Policy(
                ("client", "options"),
                {"statusCodes": "statuses", "minTimeout": "base", "timeoutFactor": "factor", "retryOptions": "options"},
                repeats="429 5 network",
                wait=Wait.GROWING,
                unit=0.001,
            ),
        ),
        **dict.fromkeys(
            ("ofetch.ofetch", "ofetch.$fetch", "$fetch", "ofetch.create", "ofetch.ofetch.create", "$fetch.create"),
            Policy(
                ("", "options"),
                {"retryStatusCodes": "statuses", "retryDelay": "waiter", "retry": "tries"},
                needs=frozenset({"tries", "statuses"}),
                repeats="429 5 network",
                unit=0.001,
            ),
        ),
        **dict.fromkeys(
            ("rxjs.retry", "rxjs.operators.retry"),
            Policy(("options",), {"count": "tries", "delay": "waiter"}, unit=0.001),
        ),
        "exponential-backoff.backOff": Policy(
            ("run", "options"), {"retry": "when", "startingDelay": "base", "timeMultiple": "factor"}, wait=Wait.GROWING, unit=0.001
        ),
        **dict.fromkeys(
            ("ts-retry-promise.retry", "ts-retry-promise.default"),
            Policy(
                ("run", "options"),
                {"retries": "tries", "delay": "wait", "backoff": "grows", "retryIf": "when"},
                wait=Wait.FIXED,
                seconds=0.25,
                unit=0.001,
            ),
        ),
        "@lifeomic.attempt.retry": Policy(
            ("run", "options"),
            {"maxAttempts": "tries", "delay": "wait", "factor": "factor", "calculateDelay": "waiter", "handleError": "unknown"},
            wait=Wait.FIXED,
            seconds=0.2,
            unit=0.001,
        ),
        "radash.retry": Policy(("options", "run"), {"times": "tries", "delay": "waiter", "backoff": "waiter"}, unit=0.001),
        "es-toolkit.retry": Policy(("run", "options"), {"retries": "tries", "delay": "waiter", "shouldRetry": "when"}, unit=0.001),
        "async.retry": Policy(("options", "run"), {"times": "tries", "interval": "waiter", "errorFilter": "when"}, unit=0.001),
        "cockatiel.retry": Policy(("filter", "options"), {"maxAttempts": "tries", "backoff": "waiter"}, unit=0.001, functions=True),
        **dict.fromkeys(
            ("wretch.middlewares.retry", "wretch.middlewares.retry.retry"),
            Policy(
                ("options",),
                {"maxAttempts": "tries", "delayTimer": "base", "delayRamp": "waiter", "until": "unless"},
                repeats="4 5",
                wait=Wait.GROWING,
                unit=0.001,
            ),
        ),
        "*.retry": Policy(("tries", "when"), repeats="408 413 429 5 network", owners=frozenset({"superagent"})),
    },
    policy_maps={
        "retry": Policy(
            keywords={"limit": "tries", "statusCodes": "statuses", "calculateDelay": "waiter", "delay": "waiter", "shouldRetry": "when"},
            needs=frozenset({"statuses", "waiter", "when"}),
            repeats="429 5 network",
            wait=Wait.GROWING,
            unit=0.001,
        )
    },
    waiters={
        **dict.fromkeys(("exponentialDelay", "linearDelay"), (Wait.GROWING, "")),
        "noDelay": (Wait.NONE, ""),
        "ConstantBackoff": (Wait.FIXED, ""),
        "ExponentialBackoff": (Wait.GROWING, ""),
        **dict.fromkeys(("IterableBackoff", "DelegateBackoff"), (Wait.UNKNOWN, "")),
    },
    filters={
        "handleAll": "all",
        "handleType": "errors",
        "handleWhen": "when",
        "handleWhenResult": "result",
        **dict.fromkeys(("handleResultType", "orType", "orWhen", "orWhenResult", "orResultType"), "unknown"),
    },
    intercepting={"interceptors.response.use": 1},
    besides=frozenset({"config", "request", "options"}),
)
