"""Credentials that are kept where every script of a page, or everybody with the device, can read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, _about, check
from sealguard.checks._literals import find_literals
from sealguard.checks.client_side._carrying import carries
from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.checks._literals import Literal
    from sealguard.facts import Facts, Storage, Value
    from sealguard.profile import Profile

_COOKIE: Final = re.compile(r"\s*([^=;\s]{1,80})=")


@check("token-in-browser-storage")
def token_in_browser_storage(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Writes of a credential to web storage, cookies, and a device's preferences."""
    if not facts.storages:
        return
    document = facts.document
    literals = find_literals(facts, profile)
    written = {document.line_number(literal.span.start) for literal in literals}
    lines: set[int] = set()
    for storage in facts.storages:
        line = document.line_number(storage.span.start)
        if line in lines or line in written or facts.zone(storage.span.start) is not Zone.CODE:
            continue
        names = tuple(_names(storage))
        if any(_keeps(facts, profile, storage, value, names, literals) for value in storage.values):
            lines.add(line)
            message = f"'{storage.sink}' keeps a Sealmetrics credential in the open: keep it on a server, or in a secure store."
            yield Sighting(storage.span, message)


def _names(storage: Storage) -> Iterator[str]:
    yield from (name.text or "" for name in storage.names)
    for value in storage.values:
        cookie = _COOKIE.match(value.shape) if storage.sink.endswith("cookie") else None
        if cookie:
            yield cookie[1]


def _keeps(facts: Facts, profile: Profile, storage: Storage, value: Value, names: tuple[str, ...], literals: Sequence[Literal]) -> bool:
    if not value.parts:
        return False
    if any(profile.credential_cookie(name) for name in names) and value.holes:
        return True
    if carries(facts, profile, value, literals, under=names, context=storage.context, inside=storage.span):
        return True
    # The name says what is kept, also where the value says nothing.
    worded = any(profile.credential_word(name) for name in names) and bool(value.holes)
    return worded and _about.context_is_ours(facts, profile, storage.context)
