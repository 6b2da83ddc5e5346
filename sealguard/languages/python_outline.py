"""Cuts Python down to the statements that can matter, before it is parsed.

libcst needs milliseconds for every kilobyte, and most of a file that talks to Sealmetrics is about something else. One
linear pass finds the top-level statements without parsing them; those that name anything of interest are kept, and with
them those that they draw on or that draw on them, by name. Too much is kept rather than too little: names are compared
as spelled, whatever their scope, and a file of which most would be kept is kept whole.
"""

from __future__ import annotations

import bisect
import itertools
import keyword
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.languages.problem import SyntaxProblem
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
    | (?P<long>[rRbBuUfF]{0,2}(?:\"{3}|'{3}))
    | (?P<short>[rRbBuUfF]{0,2}(?:"(?:[^"\\\r\n]|\\.)*(?:"|(?=[\r\n])|\Z)|'(?:[^'\\\r\n]|\\.)*(?:'|(?=[\r\n])|\Z)))
    | (?P<open>[\[({])
    | (?P<close>[\])}])
    | (?P<continued>\\\r?\n)
    | (?P<newline>\r\n?|\n)
    """,
    re.VERBOSE | re.DOTALL,
)
_LONG: Final = {quote: re.compile(r"(?:[^\\]|\\.)*?" + quote, re.DOTALL) for quote in ('"""', "'''")}
_INTEREST: Final = re.compile(
    r"(?i)seal[-_. ]?metrics|\bsm_\w|eyJ|whsec|c21f|736d5f|_ms\b|\b115\s*,|\\x73|\\u0073|authori[sz]ation|bearer|api[-_]?key"
)
"""What makes a statement worth parsing, and all that draws on it: anything of Sealmetrics', any header that authorizes."""
_NOTABLE: Final = re.compile(r"://|(?i:unverified|cert_none)")
"""What makes a statement worth parsing by itself: any URL, since another vendor's tells what a file is about."""
_FREE: Final = re.compile(r"(?<![\w.])[^\W\d]\w*+(?!\s*=(?!=))")
"""A name that is looked up in scope: no attribute, no argument's name, nothing that is given a value."""
_OWNER: Final = re.compile(r"(?<![\w.])[^\W\d]\w*")
"""A name that is no attribute."""
_DEFINING: Final = re.compile(r"@|(?:async\s+)?def\s|class\s")
_DEFINITION: Final = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)", re.MULTILINE)
_IMPORTING: Final = re.compile(r"(?:import|from)\s")
_BINDING: Final = re.compile(
    r"""\bimport[ ]+(\([^)]*\)|[^\n#;]+)
    | ^[ \t]{0,80}([\w,()*.\[\]'"][\w \t,()*.\[\]'"]{0,160}?)(?::[^=\n]+)?[|+]?=(?!=)
    | \bas\s+(\w+)
    | \bfor[ ]+([\w, ]{1,120}?)[ ]+in\b""",
    re.MULTILINE | re.VERBOSE,
)
_CONTINUING: Final = re.compile(r"(?:elif|else|except|finally)\b")
_ENDS: Final = re.compile(r"[ \t]*(?:\r|\n|#|;|\Z)")
_SAYING_NOTHING: Final = frozenset({*keyword.kwlist, "self", "cls", "str", "int", "bool", "dict", "list", "print"})
_DEEPEST: Final = 150
"""How deeply brackets may nest: libcst's parser recurses in native code, and ends the process at a few thousand."""
_LONG_LINE: Final = 4_000
_LONGEST_CHAIN: Final = 1_500
_OPERATOR: Final = re.compile(r"[-+*/%|&^~.@<>=(\['\"]|\b(?:not|and|or|if|in|is|lambda|await)\b")
_SEPARATOR: Final = re.compile(r",|\n[ \t]*(?=[^\W\d]\w*[ \t]*[=(.:]|(?:def|class|if|for|while|return|with|try|raise|import|from)\b)")
"""What no chain reaches over: a comma, a line that begins a statement."""
_TOO_DEEP: Final = "Python that nests too deeply"
_MOST: Final = 0.75
"""If more than this part of a file would be kept, it is kept whole."""
_ROUNDS: Final = 12


@dataclass(slots=True)
class Outline:
    """The pieces to parse, and the stretches that are comments, of the whole text."""

    pieces: list[tuple[int, int]]
    """Half-open ranges, in order; the whole text in one where nothing was to be left out."""
    remarks: list[Span]
    """Comments and docstrings."""


@dataclass(slots=True)
class _Unit:
    """One top-level statement, with its decorators and the branches that belong to it."""

    start: int
    end: int = 0
    words: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    loose: bool = False
    """Whether it runs as the file is loaded, and so may change what it names: not a function, not a class, not an import."""
    interesting: bool = False
    """Whether it is of interest itself, or draws on what is."""
    kept: bool = False


def outline(text: str) -> Outline:
    """Find what of `text` is worth parsing.

    Raises:
        SyntaxProblem: it nests deeper than libcst can bear.

    """
    remarks: list[Span] = []
    literals: list[Span] = []
    units = _units(text, remarks, literals)
    code = _without(text, sorted([*remarks, *literals]))
    if text.count("elif") > _LONGEST_CHAIN:
        raise SyntaxProblem(_TOO_DEEP)
    ends = [remark.end for remark in remarks]
    for unit in units:
        _describe(unit, code)
        # A constant that is a URL may be that of a host which the configuration names.
        unit.interesting = _says(_INTEREST, unit, text, remarks, ends) or (unit.loose and _says(_NOTABLE, unit, text, remarks, ends))
        unit.kept = unit.interesting or _says(_NOTABLE, unit, text, remarks, ends)
    _keep(units)
    kept = [(unit.start, unit.end) for unit in units if unit.kept]
    if sum(end - start for start, end in kept) > _MOST * len(text):
        kept = [(0, len(text))]
    return Outline(kept, remarks)


def _units(text: str, remarks: list[Span], literals: list[Span]) -> list[_Unit]:
    units: list[_Unit] = []
    decorated = False
    for start in _lines(text, remarks, literals):
        if text[start] in " \t\f\r\n#)]}" or _CONTINUING.match(text, start):
            continue
        if not decorated:
            units.append(_Unit(start))
        decorated = text[start] == "@"
    for unit, following in itertools.pairwise(units):
        unit.end = following.start
    if units:
        units[-1].end = len(text)
    return units


def _lines(text: str, remarks: list[Span], literals: list[Span]) -> Iterator[int]:
    """Give where each logical line begins, and note the comments, the strings that stand alone, and those that hold no names."""
    depth = at = begun = 0
    if text:
        yield 0
    while (match := _TOKEN.search(text, at)) is not None:
        at = match.end()
        match match.lastgroup:
            case "comment":
                remarks.append(Span(match.start(), at))
            case "long" | "short" as kind:
                if kind == "long":
                    closing = _LONG[match.group().lstrip("rRbBuUfF")].match(text, at)
                    at = closing.end() if closing is not None else len(text)
                if not depth and not text[begun : match.start()].strip() and _ENDS.match(text, at):
                    remarks.append(Span(match.start(), at))
                elif "f" not in match.group()[:2].lower():
                    literals.append(Span(match.start(), at))
            case "open":
                depth += 1
                if depth > _DEEPEST:
                    raise SyntaxProblem(_TOO_DEEP)
            case "close":
                depth = max(0, depth - 1)
            case "newline" if not depth and at < len(text):
                begun = at
                yield at


def _refuse_chains(code: str) -> None:
    """Refuse a statement that chains operators by the thousand: libcst recurses over them in native code, to a crash.

    Raises:
        SyntaxProblem: it does.

    """
    if len(code) > _LONG_LINE and any(len(_OPERATOR.findall(piece)) > _LONGEST_CHAIN for piece in _SEPARATOR.split(code)):
        raise SyntaxProblem(_TOO_DEEP)


def _describe(unit: _Unit, text: str) -> None:
    """Note what a unit names and binds."""
    code = text[unit.start : unit.end]
    _refuse_chains(code)
    unit.words = frozenset(_FREE.findall(code)) - _SAYING_NOTHING
    definition = _DEFINITION.search(code) if _DEFINING.match(code) else None
    if definition is not None:
        unit.bound = frozenset((definition.group(1),))
    else:
        unit.loose = not _IMPORTING.match(code)
        unit.bound = frozenset(
            word for match in _BINDING.finditer(code) for group in match.groups() if group for word in _OWNER.findall(group)
        )


def _without(text: str, spans: list[Span]) -> str:
    """Blank stretches out, so that what is left stands where it stood."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at:
            pieces += [text[at : span.start], " " * (span.end - span.start)]
            at = span.end
    return "".join([*pieces, text[at:]])


def _says(pattern: re.Pattern[str], unit: _Unit, text: str, remarks: list[Span], ends: list[int]) -> bool:
    """Tell whether a unit names anything of a kind outside of comments and docstrings: those are read as text."""
    for match in pattern.finditer(text, unit.start, unit.end):
        at = bisect.bisect_right(ends, match.start())
        if at == len(remarks) or match.start() < remarks[at].start:
            return True
    return False


def _keep(units: Sequence[_Unit]) -> None:
    """Keep what the units of interest draw on and what draws on them, and what changes any of that as the file is loaded."""
    for _ in range(_ROUNDS):
        needed = _union(unit.words for unit in units if unit.kept)
        offered = _union(unit.bound for unit in units if unit.interesting)
        changed = _union(unit.bound for unit in units if unit.kept and unit.loose)
        added = False
        for unit in units:
            if not unit.interesting and unit.words & offered:
                unit.interesting = unit.kept = added = True
            elif not unit.kept and (unit.bound & needed or (unit.loose and (unit.words | unit.bound) & changed)):
                unit.kept = added = True
        if not added:
            return


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
