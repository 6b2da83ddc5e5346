"""The forms of Sealmetrics credentials for people who keep to the scanner they have: as its configuration, rules or plugin.

Each tool is one module with `render(forms, words)`. What other scanners cannot do, following values and judging them, stays here;
what they get is the patterns, and the words by which most examples are told from tokens.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard import forms
from sealguard.profile import MENTION
from sealguard.rulebook import load_data

if TYPE_CHECKING:
    from collections.abc import Sequence

TOOLS: Final = ("betterleaks", "detect-secrets", "gitleaks", "semgrep")

HEADER: Final = "Sealmetrics credentials, made by 'sealguard export {}'. Make it anew rather than edit it."
LINE: Final = 200
"""How many characters may stand between the name and a credential whose form is not Sealmetrics' own."""
SHORTEST_WORD: Final = 6
"""A shorter word of examples stands in random text by chance."""
ENTROPY: Final = 3.5
"""In bits a character: random text as short as 24 characters has more, a few characters over and over have less."""
# Rows of characters that people type for an example; random text has none of eight.
ROWS: Final = ("abcdefgh", "12345678", "23456789", "qwertyui")


@dataclass(frozen=True, slots=True)
class Form:
    """What the text of one kind of credential looks like."""

    name: str
    """Such as `api-key`."""
    prefix: str
    pattern: str
    """Without boundaries, look-around or groups that capture, so that every engine has it."""
    bounded: str
    """With boundaries, for engines that look around."""
    context: str
    """What has to stand before it on its line, as a pattern; empty where the form is Sealmetrics' own."""

    @property
    def id(self) -> str:
        """The rule's name in other tools."""
        return f"sealmetrics-{self.name}"

    @property
    def title(self) -> str:
        """The rule's name for people."""
        return f"Sealmetrics {self.name.replace('-', ' ').replace('api', 'API').replace('jwt', 'JWT')}"


def export(tool: str) -> str:
    """Give the forms as one of `TOOLS` reads them."""
    data = load_data()
    known = [
        Form(
            name=name,
            prefix=form["prefix"],
            pattern=form["pattern"],
            bounded=forms.patterns()[name].pattern,
            context=f"(?i:{MENTION})[^\\n]{{0,{LINE}}}?" if form.get("shared") else "",
        )
        for name, form in data["forms"].items()
    ]
    words = [word for word in data["placeholders"]["words"] if word.isalnum() and len(word) >= SHORTEST_WORD]
    text: str = importlib.import_module(f"{__name__}.{tool.replace('-', '_')}").render(known, sorted([*words, *ROWS]))
    return text


def examples(words: Sequence[str]) -> str:
    """Give a pattern for text that has one of these words."""
    return f"(?i:{'|'.join(words)})"
