"""How Go's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.flow.failures import Failures

FAILURES: Final = Failures(
    quiet=frozenset(
        {
            "net.http",
            "github.com.hashicorp.go-retryablehttp",
            "github.com.go-resty.resty",
            "resty.dev",
            "github.com.levigross.grequests",
            "github.com.valyala.fasthttp",
            "github.com.imroc.req",
            "gopkg.in.h2non.gentleman",
        }
    ),
    raising=frozenset({"github.com.carlmjohnson.requests", "github.com.dghubble.sling"}),
    quiet_methods=frozenset({"Do"}),
    watching=frozenset({"OnAfterResponse", "OnError", "CheckRetry", "ResponseLogHook", "ErrorHandler", "SetError", "Transport"}),
    readings={
        **dict.fromkeys(("StatusCode", "Status", "GetStatusCode", "RawResponse"), "status"),
        **dict.fromkeys(("IsSuccess", "Ok", "IsSuccessState"), "ok"),
        **dict.fromkeys(("IsError", "IsErrorState"), "failed"),
    },
    waits={"time.Sleep": 1e-9, "time.After": 1e-9, "time.NewTimer": 1e-9},
    unit=1e-9,
    exits=frozenset({"log.Fatal", "log.Fatalf", "log.Fatalln", "os.Exit", "panic"}),
    returned=True,
)
