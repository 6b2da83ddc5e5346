"""A template in the token's place that nothing has filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks.authorization._headers import credential_headers, token_of
from sealguard.checks.authorization._templates import find_template, quoted_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header, Text, Value
    from sealguard.profile import Profile

_TEMPLATE_NAME: Final = re.compile(r"template|tmpl|tpl|format|fmt|pattern", re.IGNORECASE)

_NAME: Final = re.compile(r"[A-Za-z_]\w*")


@check("uninterpolated-token")
def uninterpolated_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find `{token}`, `${TOKEN}`, `$TOKEN`, `%s` that are sent letter for letter, and names of tokens put in quotes."""
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        for value in header.values:
            token = token_of(value, kind)
            template = find_template(token)
            if template and not _filled_later(facts, header, token, template):
                yield Sighting(header.span, f"The header sends '{_plain(template)}' letter for letter; fill in the token.")
                break
            if not template and (name := quoted_name(profile, token, value)):
                yield Sighting(header.span, f"The header sends the word '{name}' and not what it names; remove the quotes.")
                break


def _plain(template: str) -> str:
    return template.replace("'", "").replace('"', "")


def _filled_later(facts: Facts, header: Header, token: Value, template: str) -> bool:
    """Tell whether the code fills the template: a piece of it is seen by itself, or the header is one by name and not sent from here."""
    literals = {part.span for part in token.texts}
    if any(part.span != literal and part.span in literal for part in _texts(facts) for literal in literals):
        return True
    if header.requests:
        return False
    return any(_TEMPLATE_NAME.search(name) for name in header.context) or _filled_by_name(facts.document.text, template)


def _filled_by_name(text: str, template: str) -> bool:
    """Tell whether some value, and not a literal, is filled with what the template asks for."""
    name = re.escape("".join(_NAME.findall(template)[:1]))
    fills = rf"\.format(?:_map)?\((?:\*\*|[^)\n]{{0,200}}\b{name}\s*=)|\.replace\(\s*[\"'`]{re.escape(template)}[\"'`]"
    return re.search(rf"(?<=[\w\])])(?:{fills})", text) is not None


def _texts(facts: Facts) -> Iterator[Text]:
    for string in facts.strings:
        yield from string.value.texts
    for header in facts.headers:
        for value in header.values:
            yield from value.texts
