"""How Go's HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

_RETRYABLE: Final = frozenset({"go-retryablehttp"})

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
    plain=frozenset({"Transport", "DefaultTransport", "Clone"}),
    readings={
        **dict.fromkeys(("StatusCode", "Status", "GetStatusCode", "RawResponse"), "status"),
        **dict.fromkeys(("IsSuccess", "Ok", "IsSuccessState"), "ok"),
        **dict.fromkeys(("IsError", "IsErrorState"), "failed"),
    },
    failing=frozenset(
        {
            *("errors.New", "fmt.Errorf", "errors.Join", "github.com.pkg.errors.New", "github.com.pkg.errors.Errorf"),
            *("github.com.pkg.errors.Wrap", "github.com.pkg.errors.Wrapf", "golang.org.x.xerrors.Errorf", "golang.org.x.xerrors.New"),
        }
    ),
    waits={"time.Sleep": 1e-9, "time.After": 1e-9, "time.NewTimer": 1e-9},
    unit=1e-9,
    exits=frozenset({"log.Fatal", "log.Fatalf", "log.Fatalln", "os.Exit", "panic"}),
    returned=True,
    policies={
        **dict.fromkeys(
            (
                "github.com.cenkalti.backoff.Retry",
                "github.com.cenkalti.backoff.v4.Retry",
                "github.com.cenkalti.backoff.v5.Retry",
                "github.com.cenkalti.backoff.RetryNotify",
                "github.com.cenkalti.backoff.v4.RetryNotify",
            ),
            Policy(("run", "waiter"), wait=Wait.UNKNOWN),
        ),
        **dict.fromkeys(
            ("github.com.avast.retry-go.Do", "github.com.avast.retry-go.v4.Do", "github.com.avast.retry-go.v3.Do"),
            Policy(("run",), wait=Wait.GROWING, unit=1e-9),
        ),
        "*.AddRetryCondition": Policy(("when",), repeats="", wait=Wait.GROWING, unit=1e-9),
    },
    waiters={
        **dict.fromkeys(("NewExponentialBackOff", "ExponentialBackOff", "BackOffDelay", "CombineDelay", "RandomDelay"), (Wait.GROWING, "")),
        "NewConstantBackOff": (Wait.FIXED, ""),
        "ConstantBackOff": (Wait.FIXED, "Interval"),
        "ZeroBackOff": (Wait.NONE, ""),
    },
    filters={"RetryIf": "when", "Delay": "wait", "SetRetryWaitTime": "base", "SetRetryMaxWaitTime": "cap"},
    policy_attributes={
        "CheckRetry": Policy(
            ("when",),
            {"Backoff": "waiter", "RetryWaitMin": "base", "RetryWaitMax": "cap"},
            repeats="",
            wait=Wait.GROWING,
            unit=1e-9,
            owners=_RETRYABLE,
        ),
        "Backoff": Policy(("waiter",), {"CheckRetry": "elsewhere"}, repeats="429 5 network", unit=1e-9, owners=_RETRYABLE),
    },
    proceeding=frozenset({"RoundTrip"}),
)
