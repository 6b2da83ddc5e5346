"""Credentials that a server's code gives to the browser that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks.client_side._carrying import carries
from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile


@check("token-sent-to-client")
def token_sent_to_client(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Entries of contexts, bodies, props, cookies and headers that carry a credential, one a line."""
    if not facts.responses:
        return
    document = facts.document
    literals = find_literals(facts, profile)
    written = {document.line_number(literal.span.start) for literal in literals}
    lines: set[int] = set()
    for response in facts.responses:
        for entry in response.entries:
            line = document.line_number(entry.span.start)
            if line in lines or line in written or facts.zone(entry.span.start) is not Zone.CODE or facts.delivered(response.span.start):
                continue
            names = (entry.name.text or "",)
            if any(
                carries(facts, profile, value, literals, under=names, context=response.context, inside=response.span)
                for value in entry.values
            ):
                lines.add(line)
                message = (
                    f"'{response.sink}' gives a Sealmetrics credential to the browser ({response.how}): keep it on the server, "
                    "and send what the API answers."
                )
                yield Sighting(entry.span, message)
