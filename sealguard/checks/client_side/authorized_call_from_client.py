"""Calls to the Sealmetrics API that a browser or a device makes with a credential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, _about, check
from sealguard.checks._literals import find_literals
from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header, Request, Value
    from sealguard.model import Span
    from sealguard.profile import Profile


@check("authorized-call-from-client")
def authorized_call_from_client(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Requests in delivered code that carry a credential header, and defaults that put one on every request; one a line."""
    if all(delivery.shared for delivery in facts.deliveries):
        return
    document = facts.document
    literals = {document.line_number(literal.span.start) for literal in find_literals(facts, profile)}
    # A source map holds many files on one line; the reason says which line of which it is.
    said: set[tuple[int, str]] = set()
    for span in sorted(_places(facts, profile)):
        reason = facts.delivered(span.start)
        line = document.line_number(span.start)
        # On one line with the literal, the literal is what has to go.
        if reason and facts.zone(span.start) is Zone.CODE and line not in literals and (line, reason) not in said:
            said.add((line, reason))
            message = (
                f"A Sealmetrics credential is sent from where everybody can read it ({reason}): call Sealmetrics from a server of yours."
            )
            yield Sighting(span, message)


def _places(facts: Facts, profile: Profile) -> Iterator[Span]:
    ours = [request for request in facts.requests if _about.request_is_ours(facts, profile, request)]
    fixed = {header.span for request in ours if request.made == "client" for header in request.headers}
    sent = {header.span for request in ours if not request.made for header in request.headers}
    for request in ours:
        if request.made != "client" and (request.authentication is not None or request.authorized):
            yield request.span
        for header in _credentials(profile, request):
            if request.made == "client":
                yield header.span
            elif header.span not in fixed and not (request.made and header.span in sent):
                yield request.span
    for header in facts.headers:
        # Nothing is seen to send it: an interceptor or a client's defaults put it on whatever is sent.
        if header.default and not header.requests and _is_credential(profile, header):
            # A hook of a single call is that call's own.
            call = next((each.span for each in facts.requests if not each.made and header.span in each.span), None)
            if call is None and _about.header_is_ours(facts, profile, header):
                yield header.span
            elif call is not None and any(each.span == call for each in ours):
                yield call


def _credentials(profile: Profile, request: Request) -> Iterator[Header]:
    yield from (header for header in request.headers if _is_credential(profile, header))


def _is_credential(profile: Profile, header: Header) -> bool:
    return profile.header(header.name.text or "") is not None and any(_is_real(profile, value) for value in header.values)


def _is_real(profile: Profile, value: Value) -> bool:
    """Tell whether a value is more than a placeholder of a document."""
    text = value.text
    if text is None:
        return True
    filled = "{{" in text or "<%" in text or "<?" in text
    return filled or profile.looks_secret(text.split(maxsplit=1)[-1] if text.strip() else "")
