"""A template in the token's place that nothing has filled."""

from __future__ import annotations

import bisect
import re
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks.authorization._headers import credential_headers, sightings, token_of
from sealguard.checks.authorization._templates import find_template, quoted_name
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Header, Text, Value
    from sealguard.profile import Profile

_TEMPLATE_NAME: Final = re.compile(r"template|tmpl|tpl|format|fmt|pattern", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Za-z_]\w*")
# A value, and not a literal, that is filled.
_FILL: Final = re.compile(
    r"(?<=[\w\])])\.(?:format(?P<map>_map)?\((?P<arguments>[^)\n]{0,200})|replace\(\s*[\"'`](?P<replaced>[^\"'`\n]{1,100})[\"'`])"
)
_KEYWORD: Final = re.compile(r"\b([A-Za-z_]\w*)\s*=")
_FILLED_HERE: Final = re.compile(r"[\"'`]{1,3}\s*(?:%\s*[\w(]|\.(?:format|formatted|replace|sub|gsub)\b)")
_AFTER: Final = 20
_PIECES: Final = 100


@check("uninterpolated-token")
def uninterpolated_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find `{token}`, `${TOKEN}`, `$TOKEN`, `%s` that are sent letter for letter, and names of tokens put in quotes."""
    fills = _Fills(facts)
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        yield from sightings(header, partial(_fault, profile, fills, kind, header))


def _fault(profile: Profile, fills: _Fills, kind: str, header: Header, value: Value) -> str | None:
    token = token_of(value, kind)
    template = find_template(token)
    if template:
        unfilled = not fills.fill(header, value, template)
        return f"The header sends '{_plain(template)}' letter for letter; fill in the token." if unfilled else None
    name = quoted_name(profile, token, value)
    return f"The header sends the word '{name}' and not what it names; remove the quotes." if name else None


def _plain(template: str) -> str:
    return template.replace("'", "").replace('"', "")


class _Fills:
    """Where a file fills templates, found when the first template asks for it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def fill(self, header: Header, value: Value, template: str) -> bool:
        """Tell whether the code fills a template: a piece of it is seen by itself, or the header is one by name and not sent from here."""
        if any(self._is_cut(part) or self._is_followed(part) for part in value.texts):
            return True
        if header.requests:
            return False
        if any(_TEMPLATE_NAME.search(name) for name in header.context) or template in self._called[1]:
            return True
        names, _, anything = self._called
        return anything or not names.isdisjoint(_NAME.findall(template)[:1])

    def _is_cut(self, literal: Text) -> bool:
        """Tell whether a piece of the literal stands somewhere by itself, as it does where a template is filled."""
        at = bisect.bisect_left(self._pieces, literal.span)
        around = self._pieces[max(0, at - 1) : at + _PIECES]
        return any(piece != literal.span and piece in literal.span for piece in around)

    def _is_followed(self, literal: Text) -> bool:
        """Tell whether the literal is filled where it stands, in code that its front end could only read as text."""
        return _FILLED_HERE.match(self._facts.document.slice(Span(literal.span.end, literal.span.end + _AFTER))) is not None

    @cached_property
    def _pieces(self) -> list[Span]:
        values = [string.value for string in self._facts.strings]
        values += [value for header in self._facts.headers for value in header.values]
        return sorted({part.span for value in values for part in value.texts})

    @cached_property
    def _called(self) -> tuple[set[str], set[str], bool]:
        """Give the names that templates are filled with, the texts that are replaced, and whether a whole map is filled in."""
        names: set[str] = set()
        replaced: set[str] = set()
        anything = False
        for found in _FILL.finditer(self._facts.document.text):
            if found["replaced"]:
                replaced.add(found["replaced"])
                continue
            names.update(_KEYWORD.findall(found["arguments"]))
            anything = anything or bool(found["map"]) or "**" in found["arguments"]
        return names, replaced, anything
