"""Sealmetrics URLs over plain HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks.transport._schemes import insecure_settings, insecure_urls
from sealguard.model import Level
from sealguard.profile import HostRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
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
    for span, name, optional in insecure_settings(facts, profile):
        if not optional:
            yield Sighting(span, f"'{name}' makes Sealmetrics calls go over plain HTTP; use 'https'.")
