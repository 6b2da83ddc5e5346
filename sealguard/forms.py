"""What the text of a credential looks like: the one place that finds Sealmetrics' forms in text.

The patterns are data (`[forms]` in `rules/profile.toml`); here they get boundaries. Every front end and the detect-secrets
plugin find credentials through this module. It does not judge whether what it finds is an example: `Profile.is_placeholder` does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.rulebook import load_data
from sealguard.secrecy import looks_random

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a credential's own characters touch is no boundary, but the end of an escape is: in `\nsm_...`, `%20sm_...` and `\u0022sm_...`
# the last letter belongs to the escape. Each pattern's first character starts at most one try for each run of its characters,
# so that a search is linear in the text.
_ESCAPED: Final = r"(?<=\\[abfnrtv])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\x[0-9A-Fa-f]{2})"
_BEFORE: Final = {
    # After a letter and a dash, `sm_` is more likely a stretch of url-safe base64 than the beginning of a key.
    "api-key": rf"(?:(?<![A-Za-z0-9_])(?<![A-Za-z0-9_]-)|{_ESCAPED})",
    "jwt": rf"(?:(?<![A-Za-z0-9_-])|{_ESCAPED})",
    "webhook-secret": rf"(?:(?<![A-Za-z0-9_])(?<![A-Za-z0-9_]-)|{_ESCAPED})",
}
# A hash in a file's name (`sm_<md5>.png`) is no key; a full stop at the end of a sentence ends one.
_AFTER: Final = {
    "api-key": r"(?![A-Za-z0-9_])(?!\.[a-z][a-z0-9]{1,4}(?![A-Za-z0-9_(]))",
    "jwt": r"(?![A-Za-z0-9_-])(?!\.[A-Za-z0-9_-])",
    "webhook-secret": r"(?![A-Za-z0-9+/=_])",
}


# What stands around a stretch of url-safe base64: a digest (`sha256=...` in a wheel's record), a signature, an identifier.
_RUN: Final = 300
"""How far a longer run of characters is looked at."""
_RUN_BEFORE: Final = re.compile(
    r"(?P<digest>(?i:\b(?:sha-?\d{1,3}|md5|blake\w{1,4})[=:-]))?(?<![A-Za-z0-9_])(?P<run>(?:[A-Za-z0-9_]+-)*)\Z"
)
_RUN_AFTER: Final = re.compile(r"-([A-Za-z0-9_-]+)")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Give the pattern of each form, boundaries included."""
    forms = load_data()["forms"]
    return {form: re.compile(f"{_BEFORE[form]}{forms[form]['pattern']}{_AFTER[form]}") for form in forms}


@cache
def _beginnings() -> dict[str, str]:
    """Give the letters that each form begins with: looking for those is twenty times faster than looking for the pattern."""
    forms = load_data()["forms"]
    return {form: forms[form]["prefix"] for form in forms}


def find_credentials(text: str) -> Iterator[tuple[str, int, int]]:
    """Give every stretch of `text` that has a credential's form, as form, start and end, form by form."""
    for form, beginning in _beginnings().items():
        at = text.find(beginning)
        while at >= 0:
            found = patterns()[form].match(text, at)
            if found and (form == "jwt" or (looks_random(found[0].rpartition("_")[2]) and not cut_from_digest(text, *found.span()))):
                yield form, found.start(), found.end()
            at = text.find(beginning, found.end() if found else at + 1)


def cut_from_digest(text: str, start: int, end: int) -> bool:
    """Tell whether what has a form is only a stretch of a digest, or of a longer run of url-safe base64 that dashes divide."""
    before = _RUN_BEFORE.search(text[max(0, start - _RUN) : start])
    if before and (before["digest"] or any(map(looks_random, re.split("[-_]", before["run"])))):
        return True
    after = _RUN_AFTER.match(text, end, end + _RUN)
    return after is not None and any(map(looks_random, re.split("[-_]", after[1])))
