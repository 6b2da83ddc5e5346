"""Sealmetrics URLs over plain HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks.transport._schemes import insecure_urls
from sealguard.facts import Zone
from sealguard.model import Level
from sealguard.profile import HostRole, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Binding, Facts
    from sealguard.profile import Profile


@check("insecure-endpoint")
def insecure_endpoint(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find `http://` and `ws://` to Sealmetrics, and settings that make a URL so."""
    for sighted in insecure_urls(facts, profile):
        if not sighted.optional:
            yield Sighting(
                sighted.span,
                f"'{sighted.host}' is called over '{sighted.url.scheme}'; use '{sighted.url.scheme}s'.",
                level=Level.WARNING if sighted.role is HostRole.PUBLIC else None,
            )
    for binding in facts.bindings:
        if _sets_scheme(binding, facts, profile):
            yield Sighting(binding.value.span, f"'{binding.name}' makes Sealmetrics calls go over plain HTTP; use 'https'.")


def _sets_scheme(binding: Binding, facts: Facts, profile: Profile) -> bool:
    """Tell whether a setting of its own (`SEALMETRICS_SCHEME=http`, `scheme: http` beside a Sealmetrics host) is the scheme."""
    if binding.zone is not Zone.CODE or (binding.value.text or "").lower() not in {"http", "ws"}:
        return False
    if words(binding.name)[-1:] not in {("scheme",), ("protocol",), ("proto",)}:
        return False
    if any(part.optional for part in binding.value.texts) or facts.zone(binding.span.start) is not Zone.CODE:
        return False
    if profile.mentions(binding.name):
        return True
    beside = (other for other in facts.bindings if other.path[:-1] == binding.path[:-1] and other is not binding)
    return any(_is_host(other, profile) for other in beside)


def _is_host(binding: Binding, profile: Profile) -> bool:
    text = binding.value.text
    return text is not None and profile.role(text.rstrip("/").partition(":")[0].partition("/")[0]) is not None
