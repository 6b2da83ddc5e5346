"""A tree of many languages in which every file talks to Sealmetrics: ordinary code, with one call put into its middle.

`mixed/` has a file a language: a beginning, pieces of ordinary code, calls that break a rule or none, an end. The same Python
version makes the same tree of them. Tokens are made at run time, so that no file of the project holds one.
"""

from __future__ import annotations

import random
import re
import string
from pathlib import Path
from typing import Final

from dense_tree import Planted

FILES: Final = 300
SMALLEST: Final = 2_000
LARGEST: Final = 10_000
"""Sizes of the files, in bytes."""

_LANGUAGES: Final = Path(__file__).parent / "mixed"
_SECTION: Final = re.compile(r"^//: (begin|piece|rule|end) ?([a-z-]*)\n", re.MULTILINE)
_WORDS: Final = ("order", "invoice", "basket", "parcel", "voucher", "refund", "rating", "stock", "supplier", "label", "batch", "route")
_MARKS: Final = {
    "insecure-endpoint": ("http://api.sealmetrics",),
    "wrong-scheme": ("Token ",),
    "unverified-tls": ("CURLOPT_SSL_VERIFYPEER", "verify=False", " -k "),
}
"""What is on the line to report; of other rules it is the token."""


def make(directory: Path) -> list[Planted]:
    """Write the tree into an empty directory, and say which faults are in it. Raises `OSError`."""
    chance = random.Random(11)  # noqa: S311 - reproducible on purpose
    languages = [(path.stem, _sections(path.read_text("utf-8"))) for path in sorted(_LANGUAGES.glob("*.txt"))]
    planted = []
    for number in range(FILES):
        name, sections = languages[number % len(languages)]
        rule, call = sections["rule"][number // len(languages) % len(sections["rule"])]
        token = "sm_" + "".join(chance.choices(string.ascii_letters + string.digits, k=61))
        source, start = _file(sections, call.replace("@TOKEN@", token), chance, number)
        path = directory / f"part_{number % 10}" / name.replace(".", f"_{number}.")
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, "utf-8")
        if rule:
            at = min(place for mark in _MARKS.get(rule, (token,)) if (place := source.find(mark, start)) >= 0)
            planted.append(Planted(path.relative_to(directory).as_posix(), source.count("\n", 0, at) + 1, rule))
    return planted


def _sections(text: str) -> dict[str, list[tuple[str, str]]]:
    """Give the sections of a language's file by kind: the rule that each breaks, and its text."""
    found: dict[str, list[tuple[str, str]]] = {"begin": [], "piece": [], "rule": [], "end": []}
    marks = list(_SECTION.finditer(text))
    for mark, following in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        found[mark[1]].append((mark[2], text[mark.end() : following]))
    return found


def _file(sections: dict[str, list[tuple[str, str]]], call: str, chance: random.Random, number: int) -> tuple[str, int]:
    """Put a file together, and say where the call begins in it."""
    size = chance.randint(SMALLEST, LARGEST)
    pieces: list[str] = []
    while sum(map(len, pieces)) + len(call) < size:
        _, piece = chance.choice(sections["piece"])
        pieces.append(_filled(piece, len(pieces) + 10, chance))
    middle = len(pieces) // 2
    begin, end = (_filled("".join(text for _, text in sections[kind]), number, chance) for kind in ("begin", "end"))
    before = begin + "".join(pieces[:middle])
    return before + _filled(call, number, chance) + "".join(pieces[middle:]) + end, len(before)


def _filled(text: str, number: int, chance: random.Random) -> str:
    word = chance.choice(_WORDS)
    return text.replace("@N@", str(number)).replace("@WORD@", word).replace("@NAME@", word.title())
