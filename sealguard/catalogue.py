"""The rules as their pages state them: `rules/<family>/<id>.md` is the documentation, SARIF's help and the test of one rule.

A page is front matter (flat `key: value` lines between two lines of `---`), prose, and fenced examples. Examples are
parsed only when somebody asks for them; a scan needs the front matter alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.model import MASK, Level
from sealguard.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REQUIRED: Final = ("id", "summary", "level", "security-severity", "precision", "cwe", "tags", "seed")
OPTIONAL: Final = ("supersedes", "default")
PRECISIONS: Final = ("very-high", "high", "medium", "low")


class PageError(ValueError):
    """A page that does not keep the format. The message is one line that names the page and, where there is one, the key."""


# Examples ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """What an annotation says of a line: that a rule fires there, or that it must not."""

    line: int
    """From 1, in the file as it is scanned."""
    rule: str
    fires: bool


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of an example, its annotations taken out, its slots not yet filled."""

    path: str
    text: str
    marks: tuple[Mark, ...]
    tracked: bool = True
    """Whether git tracks it: it does, unless the fence says `untracked`."""


@dataclass(frozen=True, slots=True)
class Example:
    """The titled fences under one heading: one little repository."""

    heading: str
    files: tuple[ExampleFile, ...]


SLOT: Final = re.compile(r"\{\{([a-z0-9]+):([0-9]+)\}\}")

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_TITLE = re.compile(r'\btitle="([^"]+)"')
_HEADING = re.compile(r"#{1,6} +(.+?)\s*$")
_WORDS = r"((?:rule|ok): *[a-z][a-z0-9, :-]*?)"
_COMMENT = re.compile(rf"\s*(?:#|//|--|;+|<!--|/\*|\{{#|'|%|REM\b)\s*{_WORDS}\s*(?:-->|\*/|#\}})?\s*$")
_TRAILING = re.compile(rf"\s*⟵ *{_WORDS}\s*$")


def fill(text: str, value: Callable[[str, int], str]) -> str:
    """Replace every slot such as `{{sm:1}}` by what `value(kind, number)` gives; `{{ token }}` is left alone."""
    return SLOT.sub(lambda slot: value(slot[1], int(slot[2])), text)


def masked(kind: str, number: int) -> str:
    """Give what stands for a slot where a page is shown to people."""
    prefix = {"sm": "sm_", "smhead": "sm_", "smlive": "sm_live_", "whsec": "whsec_"}.get(kind, "eyJ" if kind.startswith("jwt") else "")
    return f"{prefix}{MASK}{number if number > 1 else ''}"


def parse_examples(markdown: str, page: str) -> tuple[Example, ...]:
    """Give the examples of a page in order. Raises `PageError` on a fence or an annotation that cannot be what was meant."""
    examples: dict[tuple[int, str], list[ExampleFile]] = {}
    heading = (0, "")
    lines = markdown.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if found := _HEADING.match(line):
            heading = (at, found[1])
        if not (opening := _FENCE.match(line)):
            continue
        first = at
        closing = re.compile(rf"{opening['fence'][0]}{{{len(opening['fence'])},}}\s*$")
        while at < len(lines) and not closing.match(lines[at]):
            at += 1
        if at == len(lines):
            raise PageError(f"{page}: The fence '{line}' is never closed.")
        if title := _TITLE.search(opening["info"]):
            files = examples.setdefault(heading, [])
            if any(file.path == title[1] for file in files):
                raise PageError(f"{page}: '{title[1]}' stands twice under '{heading[1]}'.")
            text, marks = _annotations(lines[first:at], page)
            files.append(ExampleFile(title[1], text, marks, "untracked" not in opening["info"].split()))
        at += 1
    return tuple(Example(heading[1], tuple(files)) for heading, files in examples.items())


def _annotations(lines: list[str], page: str) -> tuple[str, tuple[Mark, ...]]:
    kept: list[str] = []
    marks: list[Mark] = []
    pending: list[tuple[str, bool]] = []
    for line in lines:
        if comment := _COMMENT.match(line):
            pending += _words(comment[1])
            continue
        if trailing := _TRAILING.search(line):
            pending += _words(trailing[1])
        kept.append(line[: trailing.start()] if trailing else line)
        marks += [Mark(len(kept), rule, fires) for rule, fires in pending]
        pending.clear()
    if pending:
        raise PageError(f"{page}: The annotation of '{pending[0][0]}' has no line below it.")
    return "\n".join(kept) + "\n", tuple(marks)


def _words(annotation: str) -> Iterator[tuple[str, bool]]:
    """Read `rule: a, b, ok: c`."""
    fires = True
    for word in annotation.split(","):
        verb, colon, rule = word.rpartition(":")
        if colon:
            fires = verb.strip() == "rule"
        yield rule.strip(), fires


# Rules ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """What one page promises."""

    id: str
    family: str
    """The folder the page is in."""
    summary: str
    """One sentence."""
    level: Level
    security_severity: str
    """A number as text, as SARIF has it: over 9.0 is critical, from 7.0 high, from 4.0 medium."""
    precision: str
    cwe: str
    """`CWE-798`."""
    tags: tuple[str, ...]
    seed: str
    """The sentence of Sealmetrics' authentication guide that the rule keeps."""
    supersedes: tuple[str, ...]
    """The rules that say less about the same place, and are silent where this one fires."""
    default_on: bool
    page: str
    """The page below the folder of rules: `transport/insecure-endpoint.md`."""
    markdown: str
    """The page without its front matter, annotations, slots and all."""

    @property
    def body(self) -> str:
        """The page for people: its slots show masks."""
        return fill(self.markdown, masked)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The page's examples, parsed anew at each call. Raises `PageError`."""
        return parse_examples(self.markdown, self.page)


Catalogue = Mapping[str, Rule]


@cache
def load_catalogue(rules: Path = RULES) -> Catalogue:
    """Give every rule by id, in order of family and id. Raises `PageError`."""
    catalogue: dict[str, Rule] = {}
    for path in sorted(rules.glob("*/*.md")):
        rule = parse_page(path.read_text("utf-8"), f"{path.parent.name}/{path.name}")
        if rule.id in catalogue:
            raise PageError(f"{rule.page}: The id '{rule.id}' is already that of '{catalogue[rule.id].page}'.")
        catalogue[rule.id] = rule
    return catalogue


def parse_page(text: str, page: str) -> Rule:
    """Read the page whose path is `<family>/<id>.md`. Raises `PageError`."""
    fields, markdown = _front_matter(text, page)
    family, _, name = page.rpartition("/")
    if fields["id"] != name.removesuffix(".md"):
        raise PageError(f"{page}: 'id' must be the file's name, not '{fields['id']}'.")
    return Rule(
        id=fields["id"],
        family=family,
        summary=fields["summary"],
        level=Level[_one_of(("NOTE", "WARNING", "ERROR"), fields["level"].upper(), page, "level")],
        security_severity=_severity(fields["security-severity"], page),
        precision=_one_of(PRECISIONS, fields["precision"], page, "precision"),
        cwe=_cwe(fields["cwe"], page),
        tags=_list(fields["tags"]),
        seed=fields["seed"],
        supersedes=_list(fields.get("supersedes", "")),
        default_on=_one_of(("on", "off"), fields.get("default", "on"), page, "default") == "on",
        page=page,
        markdown=markdown,
    )


def _front_matter(text: str, page: str) -> tuple[dict[str, str], str]:
    opening, _, rest = text.partition("\n")
    head, closed, markdown = rest.partition("\n---\n")
    if opening != "---" or not closed:
        raise PageError(f"{page}: The page must begin with front matter between two lines of '---'.")
    fields: dict[str, str] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(": ")
        if not colon or not value.strip():
            raise PageError(f"{page}: '{line.rstrip(': ')}' must be 'key: value'.")
        if key not in REQUIRED + OPTIONAL:
            raise PageError(f"{page}: '{key}' is no key of a page.")
        if key in fields:
            raise PageError(f"{page}: '{key}' is given twice.")
        fields[key] = value.strip()
    for key in REQUIRED:
        if key not in fields:
            raise PageError(f"{page}: '{key}' is missing.")
    return fields, markdown.lstrip("\n")


def _one_of(allowed: tuple[str, ...], value: str, page: str, key: str) -> str:
    if value not in allowed:
        raise PageError(f"{page}: '{key}' must be one of '{', '.join(allowed).lower()}', not '{value.lower()}'.")
    return value


def _severity(value: str, page: str) -> str:
    # GitHub draws the line between high and critical so that exactly 9.0 falls through.
    if not re.fullmatch(r"\d\.\d|10\.0", value) or value in {"0.0", "9.0"}:
        raise PageError(f"{page}: 'security-severity' must be a number from 0.1 to 10.0 other than 9.0, not '{value}'.")
    return value


def _cwe(value: str, page: str) -> str:
    if not re.fullmatch(r"CWE-\d+", value):
        raise PageError(f"{page}: 'cwe' must look like 'CWE-798', not '{value}'.")
    return value


def _list(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())
