"""How JavaScript's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.flow.failures import Failures

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            "fetch",
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
    errors=dict.fromkeys(("Error", "AxiosError", "HTTPError", "FetchError", "RequestError"), "all"),
    waits={"setTimeout": 0.001, "Utilities.sleep": 0.001, "Bun.sleep": 0.001, "timers.promises.setTimeout": 0.001},
    unit=0.001,
    exits=frozenset({"process.exit", "Deno.exit"}),
    handing=frozenset({"then"}),
    catching=frozenset({"catch"}),
    passing=frozenset({"finally"}),
    calling=frozenset({"https", "http", "follow-redirects", "request"}),
)
