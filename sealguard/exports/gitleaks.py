"""The forms as a configuration of gitleaks 8: `gitleaks dir --config sealmetrics.toml`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from sealguard.exports import ENTROPY, HEADER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.exports import Form

# Go's engine does not look around. What a credential's characters touch is no word boundary; the end of an escape is one here.
_BEFORE: Final = r"(?:\b|\\[abfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})"
# It counts to 1,000.
_LARGE: Final = re.compile(r"\{(\d+),\d{4,}\}")


def render(forms: Sequence[Form], words: Sequence[str]) -> str:
    """Give the configuration, in TOML."""
    judged = (
        f'secretGroup = 1\nentropy = {ENTROPY}\n\n[[rules.allowlists]]\ndescription = "examples"\nstopwords = {json.dumps(list(words))}\n'
    )
    return configuration("gitleaks", forms, judged)


def configuration(tool: str, forms: Sequence[Form], judged: str) -> str:
    """Give the rules of a configuration, each with how its tool judges what the pattern finds."""
    rules = (
        f"\n[[rules]]\nid = {json.dumps(form.id)}\ndescription = {json.dumps(form.title)}\n"
        f"regex = '''{_regex(form)}'''\nkeywords = [{json.dumps(form.prefix.lower())}]\n{judged}"
        for form in forms
    )
    return f'# {HEADER.format(tool)}\ntitle = "Sealmetrics"\n{"".join(rules)}'


def _regex(form: Form) -> str:
    pattern = _LARGE.sub(r"{\1,}", form.pattern)
    return f"{form.context}{_BEFORE}({pattern})"
