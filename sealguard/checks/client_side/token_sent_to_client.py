"""Credentials that a server's code gives to the browser that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks._places import Places
from sealguard.checks._testing import in_test
from sealguard.checks.client_side._carrying import carries
from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Response
    from sealguard.profile import Profile


@check("token-sent-to-client")
def token_sent_to_client(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Entries of contexts, bodies, props, cookies and headers that carry a credential, one a line."""
    if not facts.responses or in_test(facts.document.path):  # the server that a test sets up has no visitors
        return
    document = facts.document
    literals = find_literals(facts, profile)
    done = {document.line_number(literal.span.start) for literal in literals}
    # What a page's own call sends is the call's finding.
    sent = Places(header.span for request in facts.requests if facts.delivered(request.span.start) for header in request.headers)
    for response in facts.responses:
        for entry in response.entries:
            line = document.line_number(entry.span.start)
            if line in done or facts.zone(entry.span.start) is not Zone.CODE or facts.delivered(entry.span.start) or sent.touch(entry.span):
                continue
            names = (entry.name.text or "",)
            if any(
                carries(facts, profile, value, literals, under=names, context=response.context, inside=response.span)
                for value in entry.values
            ):
                done.add(line)
                yield Sighting(entry.span, _message(response))


def _message(response: Response) -> str:
    by = f" by '{response.sink}'" if response.sink else ""
    advice = "keep it on the server, and send what the API answers"
    return f"A Sealmetrics credential is given to the browser{by}, as {response.how}: {advice}."
