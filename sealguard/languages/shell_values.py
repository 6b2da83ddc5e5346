"""What words of a shell script stand for: commands, the values of their words, what variables hold and substitutions give."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sealguard.bodies import LONGEST
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Part
    from sealguard.languages.fragment import Fragment
    from sealguard.model import Span

_MOST_VALUES: Final = 4
"""How many values of one variable are kept."""
_MOST_VARIABLES: Final = 200
"""Of how many variables more than one is kept."""


@dataclass(slots=True)
class Word:
    """One word of a command, expanded as far as it can be."""

    value: Value
    start: int
    end: int
    quoted: bool = False
    splat: str = ""
    """The name of the array that the word is (`"${ARGS[@]}"`)."""

    @property
    def text(self) -> str:
        """What is known of the word, holes shown as U+FFFC."""
        return self.value.shape


@dataclass(slots=True)
class Command:
    """A simple command, and where its output goes."""

    words: list[Word] = field(default_factory=list)
    start: int = 0
    end: int = 0
    piped: bool = False
    """Whether another program reads what it writes."""
    fed: bool = False
    """Whether it reads what another program writes."""
    redirected: bool = False
    """Whether its output goes into a file."""
    target: str = ""
    """That file."""
    captured: bool = False
    conditional: bool = False
    """Whether what another command gives decides if it runs (`&&`, `||`)."""
    fed_with: list[Word] = field(default_factory=list)
    """What it reads as its input (`<<< word`)."""
    here: list[tuple[int, int, bool]] = field(default_factory=list)
    """The bodies of its here-documents, and whether they are expanded."""
    arrays: dict[str, list[Word]] = field(default_factory=dict)
    """Array assignments: `NAME=(a b)`."""


class Variables:
    """What is known of a script's variables at a point of it."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.known: dict[str, tuple[Part, ...]] = {}
        self.arrays: dict[str, list[Word]] = {}
        self.arguments: dict[str, tuple[Part, ...]] = {}
        """What a function was called with, by number."""
        self._others: dict[str, tuple[tuple[Part, ...], list[tuple[Part, ...]]]] = {}
        """What else a variable can hold, with what it holds if all went well."""

    def assign(self, name: str, parts: tuple[Part, ...], *, certain: bool) -> None:
        """Give a variable a value; where that may not happen, the value it had stays a possible one."""
        before = self.known.pop(name, None)
        older = self._others.pop(name, ((), []))[1]
        if not parts:
            return
        self.known[name] = parts
        if before and not certain and before != parts and len(self._others) < _MOST_VARIABLES:
            self._others[name] = (parts, [before, *older][:_MOST_VALUES])

    def alternatives(self, value: Value) -> tuple[Value, ...]:
        """Give all that a value can be, as far as one of its variables was assigned more than once."""
        for name, (parts, others) in self._others.items():
            for at in range(len(value.parts) - len(parts) + 1):
                if all(_same(*pair, name) for pair in zip(value.parts[at:], parts, strict=False)):
                    head, tail = value.parts[:at], value.parts[at + len(parts) :]
                    return (value, *(Value((*head, *other, *tail), value.span) for other in others))
        return (value,)

    def expand(self, name: str, span: Span, marks: frozenset[str] = frozenset()) -> tuple[Part, ...]:
        """Give what a variable stands for at `span`."""
        known = self.arguments.get(name)
        if known is None and (name.isdigit() or name in {"@", "*", "#", "?", "!", "-"}):
            return (Hole(Kind.PARAMETER, (name,), span, marks),)
        known = known or self.known.get(name)
        if known is None:
            return (Hole(Kind.ENVIRONMENT, (name,), span, marks),)
        if marks:
            names = tuple(part_name for part in known if isinstance(part, Hole) for part_name in part.names)
            return (Hole(Kind.UNKNOWN, (*names, name), span, marks),)
        return tuple(
            part if isinstance(part, Text) else replace(part, names=(*(one for one in part.names if one != name), name), span=span)
            for part in known
        )


def _same(part: Part, assigned: Part, name: str) -> bool:
    """Tell whether a part is what was assigned to a variable."""
    if isinstance(part, Hole):
        return isinstance(assigned, Hole) and part.names[-1:] == (name,)
    return part is assigned


_EXPANDED: Final = re.compile(
    r"\$(?:(?P<name>[A-Za-z_]\w*|\d)|\{(?P<braced>[A-Za-z_]\w*|\d)\}|\{[^{}\n]{1,200}\}|\([^()\n]{1,200}\)|[@*#])|`[^`\n]{1,200}`"
)
"""What a here-document expands."""
_STORES: Final = re.compile(
    r"\b(?:aws\s+(?:secretsmanager|ssm)|gcloud\s+secrets|az\s+keyvault|vault\s+(?:kv|read)|op\s+(?:read|item)|pass\s+(?:show\s+)?\S|security\s+find-|"
    r"secret-tool|doppler\s+secrets|infisical|bw\s+get|kubectl\s+get\s+secret|keyring\s+get|chamber\s+read|sops\s+-?d)",
)
_READERS: Final = re.compile(r"\s*(?:cat|head|tail|<|sudo\s+cat)\s*\S")
_FILTERS: Final = word_set(
    "echo printf cat cut head tail tr sed awk gawk base64 base32 xxd od hexdump rev fold tee envsubst paste grep egrep sort uniq",
    "openssl wc",
    "sha1sum sha224sum sha256sum sha384sum sha512sum shasum md5sum md5 b2sum cksum basename dirname expr print jq",
)
"""Programs that write what they read; all others write something of their own."""
_DIGESTS: Final = word_set("sha1sum sha224sum sha256sum sha384sum sha512sum shasum md5sum md5 b2sum cksum openssl wc")
_CUTS: Final = re.compile(
    r"\b(?:cut|head|tail)\s[^|]*?(?:-c\s?-?\d|--bytes|--characters|-b\s?\d)|\bsubstr\(|\bsed\b[^|]*(?:\*{3}|\.{3}|\\\*|\.\\?\{\d|x{4})|\bgrep\b[^|]*-\w*o"
)
_PRECISION: Final = re.compile(r"%-?\d*\.(?:\d+|\*)s")


def cut_marks(operator: str) -> frozenset[str]:
    """Say what an expansion such as `${X:0:4}` leaves of a value."""
    if re.match(r":{1,2}\s?[-(]?\s?[\d$]", operator):
        return frozenset({"partial"})
    if operator.startswith(("%", "#", "/")):
        pattern, _, instead = operator.lstrip("%#/").partition("/")
        if "?" in pattern or (operator.startswith("/") and ("*" in instead or pattern.startswith(("[", ".")))):
            return frozenset({"partial"})
        if re.search(r"\\n|\\r|space", operator):
            return frozenset({"trimmed"})
    return frozenset()


def here_text(fragment: Fragment, variables: Variables, start: int, end: int) -> Value:
    """Give the text of a here-document between two offsets, with what is known of what it expands."""
    span = fragment.outer(start, max(end, start + 1))
    parts: list[Part] = []
    for match in _EXPANDED.finditer(fragment.text, start, min(end, start + LONGEST)):
        if start < match.start():
            parts.append(fragment.part(start, match.start()))
        place = fragment.outer(*match.span())
        name = match["name"] or match["braced"]
        parts += variables.expand(name, place) if name else (Hole(Kind.TEMPLATE, (), place),)
        start = match.end()
    if start < end:
        parts.append(fragment.part(start, end))
    return Value(tuple(parts), span)


def output_of(commands: list[Command], raw: str, span: Span) -> tuple[Part, ...]:
    """Say what a substitution gives; the shell trims the line ends of every one."""
    marks = {"trimmed"}
    heads = [command.words[0].text.rsplit("/", 1)[-1] for command in commands if command.words]
    last = commands[-1].words if commands else []
    if "base64" in heads and not any(word.text in {"-d", "--decode", "-D", "-di"} for word in last):
        marks.add("base64")
    if _CUTS.search(raw) or any(cuts_off(command.words) for command in commands):
        marks.add("partial")
    if not _DIGESTS.isdisjoint(heads):
        marks.add("digest")
    if len(commands) == 1 and heads == ["echo"] and len(last) > 1:
        return tuple(part for word in last[1:] if word.text not in {"-n", "-e"} for part in word.value.parts)
    if heads == ["jq"] and (written := _made_by_jq(last)):
        return written
    kind = Kind.STORE if _STORES.search(raw) else Kind.FILE if _READERS.match(raw) else Kind.CALL
    # What is given to a program is not what comes out of it, save where it only passes it on.
    words = [word for command in commands for word in (*command.words, *command.fed_with)] if _FILTERS.issuperset(heads) else []
    names = tuple(dict.fromkeys(name for word in words for hole in word.value.holes for name in hole.names))
    return (Hole(kind, names, span, frozenset(marks)),)


def _triples(words: list[Word]) -> Iterator[tuple[Word, Word, Word]]:
    """Give each word with the two behind it."""
    return zip(words, words[1:], words[2:], strict=False)


def _made_by_jq(words: list[Word]) -> tuple[Part, ...]:
    """Give the text that `jq -n` writes, where its program is an object: of what it is given by name, only JSON is known."""
    programs = [word for word in words[1:] if word.quoted and word.text.lstrip()[:1] == "{"]
    if len(programs) != 1 or not any(re.fullmatch(r"-\w*n\w*|--null-input", word.text) for word in words[1:]):
        return ()
    program = programs[0].value
    numbers = {f"${name.text}": given.value.parts for flag, name, given in _triples(words) if flag.text == "--argjson"}
    parts: list[Part] = []
    at = 0
    for match in re.finditer(r"\$\w+(?:\s*\|\s*\w+)*|\([^()]*\)", program.shape):
        parts += program.cut(at, match.start()).parts
        parts += numbers.get(match[0]) or (Hole(Kind.CALL, (), program.place(*match.span())),)
        at = match.end()
    return (*parts, *program.cut(at).parts)


def cuts_off(words: list[Word]) -> bool:
    """Tell whether a command is a `printf` that writes only so many characters of what it is given."""
    return len(words) > 1 and words[0].text == "printf" and _PRECISION.search(words[1].text) is not None
