"""How C#'s HTTP libraries tell that a request failed, and what waits and repeats."""

from __future__ import annotations

from typing import Final

from sealguard.facts import Wait
from sealguard.flow.failures import Failures, Policy

_STRATEGY: Final = {"BackoffType": "grows", "ShouldHandle": "filter", "DelayGenerator": "waiter"}

FAILURES: Final = Failures(
    quiet=frozenset({"HttpClient", "RestClient", "HttpRequestMessage", "RestRequest"}),
    raising=frozenset({"WebClient", "WebRequest", "HttpWebRequest", "FlurlClient", "FlurlRequest"}),
    loud=frozenset(
        {
            "GetStringAsync",
            "GetStreamAsync",
            "GetByteArrayAsync",
            "GetFromJsonAsync",
            "GetFromJsonAsAsyncEnumerable",
            "GetJsonAsync",
            "PostJsonAsync",
            "ReceiveJson",
        }
    ),
    quiet_methods=frozenset(
        {
            "GetAsync",
            "PostAsync",
            "PutAsync",
            "DeleteAsync",
            "PatchAsync",
            "SendAsync",
            "PostAsJsonAsync",
            "PutAsJsonAsync",
            "PatchAsJsonAsync",
        }
    ),
    watching=frozenset({"AddHttpMessageHandler", "DelegatingHandler", "OnError", "ThrowOnAnyError", "AddPolicyHandler"}),
    readings={
        **dict.fromkeys(("StatusCode", "ReasonPhrase", "ResponseStatus", "responseCode", "result"), "status"),
        **dict.fromkeys(("IsSuccessStatusCode", "IsSuccessful"), "ok"),
        **dict.fromkeys(("EnsureSuccessStatusCode", "ThrowIfError"), "raises"),
        **dict.fromkeys(("Response", "Result", "Outcome"), "answer"),
    },
    errors={
        **dict.fromkeys(("Exception", "AggregateException"), "all"),
        **dict.fromkeys(("HttpRequestException", "WebException"), "http"),
        **dict.fromkeys(("FlurlHttpException", "ApiException"), "status"),
        **dict.fromkeys(
            ("TaskCanceledException", "OperationCanceledException", "TimeoutException", "SocketException", "JsonException"), "network"
        ),
    },
    waits={**dict.fromkeys(("Task.Delay", "Thread.Sleep"), 0.001)},
    unit=0.001,
    exits=frozenset({"Environment.Exit", "Environment.FailFast"}),
    handing=frozenset({"ContinueWith"}),
    passing=frozenset({"ConfigureAwait", "GetAwaiter", "GetResult", "WaitAsync"}),
    policies={
        **dict.fromkeys(
            ("*.RetryAsync", "*.Retry", "*.RetryForever", "*.RetryForeverAsync"),
            Policy(owners=frozenset({"Policy", "HttpPolicyExtensions"}), repeats="all"),
        ),
        **dict.fromkeys(
            ("*.WaitAndRetryAsync", "*.WaitAndRetry"),
            Policy(("", "waiter"), owners=frozenset({"Policy", "HttpPolicyExtensions"}), repeats="all", wait=Wait.UNKNOWN),
        ),
        **dict.fromkeys(
            ("*.WaitAndRetryForeverAsync", "*.WaitAndRetryForever"),
            Policy(("waiter",), owners=frozenset({"Policy", "HttpPolicyExtensions"}), repeats="all"),
        ),
        "RetryStrategyOptions": Policy(keywords={**_STRATEGY, "Delay": "wait"}, wait=Wait.FIXED, seconds=2, repeats="5 network"),
        "HttpRetryStrategyOptions": Policy(keywords={**_STRATEGY, "Delay": "base"}, wait=Wait.GROWING, repeats="5 network"),
    },
    executing=frozenset({"Execute", "ExecuteAsync", "ExecuteAndCapture", "ExecuteAndCaptureAsync"}),
    waiters={
        **dict.fromkeys(
            ("DecorrelatedJitterBackoffV2", "ExponentialBackoff", "LinearBackoff", "AwsDecorrelatedJitterBackoff"), (Wait.GROWING, "")
        ),
        "ConstantBackoff": (Wait.FIXED, "delay"),
    },
    filters={"OrResult": "when", "HandleResult": "when", "HandleTransientHttpError": "transient"},
    proceeding=frozenset({"SendAsync"}),
    attaching=frozenset({"AddPolicyHandler", "AddHttpMessageHandler", "AddTransientHttpErrorPolicy", "AddResilienceHandler"}),
    registering=frozenset({"AddHttpClient", "AddRefitClient"}),
)
