"""A module that calls Sealmetrics and leaves no trace of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._about import request_is_ours
from sealguard.checks._testing import in_test
from sealguard.checks.resilience._programs import is_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_LOGS: Final = re.compile(
    r"(?i)(?<![a-z])(?:s?log(?:s|ged|ger|gers|ging)?|syslog|winston|pino|monolog|serilog|sentry|telemetry|otel|tracer|tracing|audit\w*|journal)"
    r"(?![a-z])|log(?:ger|ging)"
)
RAISES: Final = ("raise", "fmt.Errorf", "check", "require", "error", "fail", "abort")
"""Outputs that are an exception's message, which nobody may ever write down."""
_DATA: Final = re.compile(r"(?i)\.(?:ya?ml|json|toml|ini|xml|tf|tfvars|hcl|conf|properties)$")


@check("unlogged-access")
def unlogged_access(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find the first call of a module that writes nothing down."""
    path = facts.document.path
    written = any(not output.sink.startswith(RAISES) for output in facts.outputs)
    if not is_program(path) or _DATA.search(path) or written or _LOGS.search(facts.document.text):
        return
    calls = [answer.span for answer in facts.answers if request_is_ours(facts, profile, answer.request)]
    if calls and not in_test(path):
        yield Sighting(min(calls), "The API is called here and nothing is logged; write down who called what, when, and what was answered.")
