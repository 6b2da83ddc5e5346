"""Text that was meant to become a token: templates that were never filled, names of variables in quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sealguard.facts import Value
    from sealguard.profile import Profile

# What nothing has filled when it reaches the header. Template languages' own `{{ token }}` is none of them: it is filled
# when the file is rendered; `<token>` is a placeholder for people.
_TEMPLATE: Final = re.compile(
    r"(?<!\{)\{[A-Za-z_]?[\w.\[\]'\"()]{0,80}(?:![rsa])?(?::[^{}]{0,10})?\}(?!\})"  # {token} {} {0} {self.token!r}
    r"|[$#]\{[^{}\n]{1,100}\}"  # ${TOKEN} #{token}
    r"|\$\(?[A-Za-z_]\w{1,80}\)?"  # $TOKEN $(TOKEN)
    r"|\$env:\w{1,80}"  # $env:TOKEN
    r"|%\(\w{1,80}\)s|%[sv@q](?![A-Za-z0-9])"  # %(token)s %s %v %@
    r"|%[A-Z_]{2,80}%"  # %TOKEN%
    r"|\\\([\w.]{1,80}\)"  # \(token)
)

_BESIDE: Final = 40
"""How far a name in quotes is from the scheme that it is joined to, in characters."""


def find_template(value: Value) -> str | None:
    """Give the first template that the known text of `value` spells, or `None`."""
    for part in value.texts:
        if found := _TEMPLATE.search(part.text):
            return found[0]
    return None


def quoted_name(profile: Profile, token: Value, value: Value) -> str | None:
    """Give the name of a variable that was put in quotes: `"Bearer " + "token"`, a literal of its own."""
    text = token.text
    if text is None or len(token.texts) != 1 or len(value.texts) < 2 or token.texts[0].span != value.texts[-1].span:  # noqa: PLR2004 - scheme and token
        return None
    # What a name is bound to elsewhere is a default or an example, and no name in quotes.
    if token.texts[0].optional or not 0 <= token.texts[0].span.start - value.texts[-2].span.end <= _BESIDE:
        return None
    return text if text.isidentifier() and profile.credential_word(text) is not None and len(text) <= 40 else None  # noqa: PLR2004 - longer text is no name
