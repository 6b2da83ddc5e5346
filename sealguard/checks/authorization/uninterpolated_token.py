"""A template in the token's place that nothing has filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks.authorization._headers import credential_headers, token_of
from sealguard.checks.authorization._templates import find_template
from sealguard.facts import Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header, Value
    from sealguard.profile import Profile

_TEMPLATE_NAME: Final = re.compile(r"template|tmpl|tpl|format|fmt|pattern", re.IGNORECASE)
_FILLS: Final = re.compile(
    r"\.format(?:_map)?\(|\.replace\(|\.substitute\(|\.safe_substitute\(|sprintf\(|Sprintf\(|String\.format\(|\.formatted\(|gsub\(|expandvars\("
)


@check("uninterpolated-token")
def uninterpolated_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find `{token}`, `${TOKEN}`, `$TOKEN`, `%s` that are sent letter for letter, and names of tokens put in quotes."""
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        for value in header.values:
            template = find_template(token_of(value, kind))
            if template and not _filled_later(facts, header, template):
                yield Sighting(header.span, f"The header sends '{_plain(template)}' letter for letter; fill in the token.")
                break
            if not template and (name := _quoted_name(profile, token_of(value, kind), value)):
                yield Sighting(header.span, f"The header sends the word '{name}' and not what it names; remove the quotes.")
                break


def _plain(template: str) -> str:
    return template.replace("'", "").replace('"', "")


def _quoted_name(profile: Profile, token: Value, value: Value) -> str | None:
    """Give the name of a variable that was put in quotes: `"Bearer " + "token"`, a literal of its own."""
    text = token.text
    if text is None or len(token.texts) != 1 or len(value.texts) < 2 or token.texts[0].span != value.texts[-1].span:  # noqa: PLR2004 - scheme and token
        return None
    return text if text.isidentifier() and profile.credential_word(text) is not None and len(text) <= 40 else None  # noqa: PLR2004 - longer text is no name


def _filled_later(facts: Facts, header: Header, template: str) -> bool:
    """Tell whether the code fills the template: it replaces it, or the header is a template by name and not sent from here."""
    if any(template in (string.value.text or "") for string in facts.strings if string.use is Use.TEST):
        return True
    if header.requests:
        return False
    return any(_TEMPLATE_NAME.search(name) for name in header.context) or bool(_FILLS.search(facts.document.text))
