"""The front end of every language that has a tree-sitter grammar: a query file says what its nodes are, `flow` follows them.

Adding a language takes an entry in `grammars`, a query file and a table of its library; see `queries/README.md`.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from sealguard.facts import Zone
from sealguard.flow import follow
from sealguard.languages.grammars import GRAMMARS
from sealguard.languages.hollow import hollow
from sealguard.languages.interest import own_places, places
from sealguard.languages.labels import comments, labels, parsed
from sealguard.languages.lowering import Lowering
from sealguard.languages.offsets import Offsets
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree_outline import Outline, outline

if TYPE_CHECKING:
    from collections.abc import Callable

    import tree_sitter

    from sealguard import syntax
    from sealguard.facts import Facts
    from sealguard.flow.library import Library
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.grammars import Grammar
    from sealguard.model import Span
    from sealguard.profile import Profile

_SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a character, as a text holds it whose bytes were none: the queries read what they match as UTF-8."""
_LARGE: Final = 200_000
"""From how many bytes on only what is Sealmetrics' own is of interest, and any URL no more: nobody writes such files."""
_BROKEN: Final = 0.5
"""If more than this part of a text is no code of the language, it is none."""

_DECLARING: Final = (".d.ts", ".d.mts", ".d.cts")
"""Of files that say what values may be, and give none."""


def read(fragment: Fragment, facts: Facts, language: str, profile: Profile | None = None) -> None:
    """Add what a piece of `language`, a key of `GRAMMARS`, says to `facts`; of a large one, what has to do with Sealmetrics.

    Raises:
        SyntaxProblem: it is not of the language, or nests too deeply.

    """
    reading = _read(fragment, language, profile, whole=fragment.document.neighbours is not None)
    zones = [(span, Zone.COMMENT) for span in reading.remarks]
    facts.zones = sorted([*facts.zones, *zones], key=lambda zone: zone[0])
    if reading.cut and not fragment.document.path.endswith(_DECLARING):
        facts.problems.append("too much code to follow every value")
    try:
        follow(reading.program(), reading.library, facts)
    except RecursionError:
        raise SyntaxProblem(f"{language} that nests too deeply") from None


def program(fragment: Fragment, language: str, profile: Profile | None = None) -> tuple[Library, syntax.Program]:
    """Give the program that a piece of `language` is. Raises as `read`."""
    reading = _read(fragment, language, profile, whole=True)
    return reading.library, reading.program()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text that was parsed and labelled, as far as it is kept."""

    library: Library
    remarks: list[Span]
    cut: bool
    """Whether something was left out that matters."""
    program: Callable[[], syntax.Program]


def _read(fragment: Fragment, language: str, profile: Profile | None, *, whole: bool) -> _Reading:
    grammar = GRAMMARS[language]
    if grammar.within[0] not in fragment.text:
        grammar = GRAMMARS[grammar.within[1]]
    offsets = Offsets(fragment.text)
    source = _respelled(offsets.encoded, grammar)
    large = len(source) > _LARGE
    interest = own_places(source, profile) if large else places(source, profile)
    emptied = hollow(source, interest) if large and grammar.hollow else None
    if emptied is not None:
        source = emptied.source
    root = parsed(grammar, source)
    if root.has_error and _errors(root) > _BROKEN * max(1, root.end_byte - root.start_byte):
        raise SyntaxProblem(f"not {language}")
    remarks = emptied.comments if emptied is not None else [(each.start_byte, each.end_byte) for each in comments(grammar, root)]
    library: Library = importlib.import_module(f"sealguard.languages.{grammar.library}").LIBRARY
    # What a file means to others, and others to it, hangs on names that say nothing here.
    tied = whole and not large
    kept = Outline([root], []) if tied else outline(root, source, interest, types=frozenset(grammar.types.split()), large=large)
    spellings = library.spellings.copy() if grammar.folds else None
    lowering = Lowering(fragment, offsets, labels(grammar, kept), grammar, kept, spellings)
    spans = [fragment.outer(offsets.char(start), offsets.char(end)) for start, end in remarks]
    return _Reading(library, spans, kept.cut, partial(lowering.program, root))


def _respelled(source: bytes, grammar: Grammar) -> bytes:
    """Say what the grammar does not know in words that it knows; every byte keeps its place."""
    source = _SURROGATE.sub(b"???", source)
    for pattern, other in grammar.respelled:
        source = re.sub(pattern.encode(), partial(_filled, other.encode()), source)
    return source


def _filled(other: bytes, match: re.Match[bytes]) -> bytes:
    said = match.expand(other)
    return said.ljust(len(match.group())) if len(said) <= len(match.group()) else match.group()


def _errors(root: tree_sitter.Node) -> int:
    """Count the bytes of the top-level statements that could not be read."""
    if root.type == "ERROR":
        return root.end_byte - root.start_byte
    return sum(child.end_byte - child.start_byte for child in root.children if child.is_error)
