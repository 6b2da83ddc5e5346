"""Sealmetrics URLs whose scheme is chosen, and can be plain HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks.transport._schemes import insecure_settings, insecure_urls, relative_urls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile


@check("insecure-scheme-fallback")
def insecure_scheme_fallback(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find schemes that default to `http` or are one of several, and protocol-relative URLs."""
    for sighted in insecure_urls(facts, profile):
        if sighted.optional:
            yield Sighting(
                sighted.span, f"The scheme of '{sighted.host}' can become '{sighted.url.scheme}' here; write 'https' into the URL."
            )
    for span, name, optional in insecure_settings(facts, profile):
        if optional:
            yield Sighting(span, f"'{name}' makes Sealmetrics calls go over plain HTTP by default; make 'https' the default.")
    for url, span in relative_urls(facts, profile):
        yield Sighting(span, f"The URL of '{url.host}' takes over the scheme of the page it stands in; write 'https:' before it.")
