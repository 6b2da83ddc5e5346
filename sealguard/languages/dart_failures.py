"""How Dart's HTTP packages tell that a request failed."""

from __future__ import annotations

from typing import Final

from sealguard.flow.failures import Failures

FAILURES: Final = Failures(
    quiet=frozenset({"http", "package.http.http.dart", "package.http.http"}),
    raising=frozenset({"Dio"}),
    watching=frozenset({"interceptors", "validateStatus", "RetryClient"}),
    readings={**dict.fromkeys(("statusCode", "reasonPhrase"), "status")},
    handing=frozenset({"then"}),
)
