"""What repeats a request in a shell script: loops around it, and the client's own options.

A loop is judged by its text: what each test of the exit code or of the status leads to when the answer is of a given status.
"""

from __future__ import annotations

import fnmatch
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.facts import Retry, Wait

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sealguard.facts import Request
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.shell_http import Call
    from sealguard.languages.shell_values import Word
    from sealguard.model import Span

_OPENING: Final = frozenset({"until", "while", "for", "select"})
_KEYWORDS: Final = _OPENING | {"do", "done"}
_LEAVES: Final = re.compile(r"(?:^|[\s;{(&|])(?:break|exit|return|die|fail|abort|exec)\b")
_AGAIN: Final = re.compile(r"(?:^|[\s;{(&|])continue\b")
_TEST: Final = re.compile(
    r"""(?:\[\[?|\btest)\s+["']?\$\{?(?P<name>\w+)\}?["']?\s+(?P<operator>==?|!=|=~|-eq|-ne|-ge|-gt|-lt|-le)\s+["']?\^?(?P<number>[\w.?*]+)["']?\s*(?:\]\]?)?"""
    r"""|\(\(\s*\$?(?P<counted>\w+)\s*(?P<compared>==|!=|>=|<=|>|<)\s*(?P<figure>\d{3})\s*\)\)"""
)
_MORE: Final = re.compile(r"\s*(?:\]\]?)?\s*(?:\|\||&&|-o|-a)\s*(?:\[\[?[^\]\n]*\]\]?|\(\([^\n]*?\)\)|test\s[^;&|\n]*)")
_CASE: Final = re.compile(r"""\bcase\s+["']?\$\{?(\w+)\}?["']?\s+in\b""")
_BRANCH: Final = re.compile(r"""\s*\(?(["'\w*?|\[\] -]+)\)(?P<body>(?s:.*?))(?:;;&?|\besac\b)""")
_ASSIGNED: Final = re.compile(r"""(\w+)=["']?(?:\$\(|`)""")
_SLEEP: Final = re.compile(r"""(?:^|[\s;{(&|])sleep\s+("[^"\n]*"|'[^'\n]*'|\$\(\([^\n]*?\)\)|[^\s;|&)]+)""")
_ASKED: Final = re.compile(r"(?i)retry[-_]?after")
_COMMENT: Final = re.compile(r"(?m)(?:^|(?<=\s))#[^\n]*")
_SUFFIXES: Final = {"s": 1, "m": 60, "h": 3600}
_RIGHT: Final = 200
_LIMITED: Final = 429
_REFUSED: Final = (401, 403)
_ERROR: Final = 400
_MOST: Final = 20_000
"""How long a loop may be to be read."""
_NEAR: Final = 400
"""How far behind a test what it leads to is looked for."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request and the command that sends it, in offsets of the fragment."""

    request: Request
    call: Call
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Loop:
    kind: str
    start: int
    do: int
    end: int


@dataclass(slots=True)
class Loops:
    """The loops and requests of one script, as they are met."""

    fragment: Fragment
    functions: Mapping[str, tuple[int, int]]
    _keywords: dict[int, str] = field(default_factory=dict)
    _sent: list[_Sent] = field(default_factory=list)

    def words(self, words: list[Word]) -> None:
        """Note the words of a command that open or close a loop."""
        for word in words:
            if word.quoted or word.text not in _KEYWORDS | {"!", "then", "else", "{", "if", "time"}:
                break
            if word.text in _KEYWORDS:
                self._keywords[word.start] = word.text

    def sends(self, request: Request, call: Call, words: list[Word]) -> None:
        """Note a request."""
        self._sent.append(_Sent(request, call, words[0].start, words[-1].end))

    def retries(self) -> Iterator[Retry]:
        """Give what repeats requests."""
        for sent in self._sent:
            if (retry := _option(sent)) is not None:
                yield retry
        for loop in self._loops():
            text = self.fragment.text[loop.start : loop.end]
            inside = [each for each in self._sent if self._is_inside(each, loop, text)]
            if inside and loop.end - loop.start <= _MOST and (retry := self._retry(loop, inside)) is not None:
                yield retry

    def _loops(self) -> Iterator[_Loop]:
        opened: list[list[int]] = []
        for at, word in sorted(self._keywords.items()):
            if word in _OPENING:
                opened.append([at, 0])
            elif word == "do" and opened:
                opened[-1][1] = at
            elif word == "done" and opened:
                start, do = opened.pop()
                if do:
                    yield _Loop(self._keywords[start], start, do, at + len("done"))

    def _is_inside(self, sent: _Sent, loop: _Loop, text: str) -> bool:
        if loop.start <= sent.start < loop.end:
            return True
        around = (name for name, (start, end) in self.functions.items() if start <= sent.start < end)
        return any(re.search(rf"(?<![\w$-]){re.escape(name)}(?![\w=-])", text) for name in around)

    def _retry(self, loop: _Loop, inside: list[_Sent]) -> Retry | None:
        reading = _Reading(self, loop, inside)
        if reading.verdict(_RIGHT)[0] != "leaves":
            return None
        refused = next((at for verdict, at in map(reading.verdict, _REFUSED) if verdict == "repeats"), None)
        limited = reading.verdict(_LIMITED)[0] == "repeats"
        if refused is None and not limited:
            return None
        wait, seconds, where = reading.wait()
        return Retry(
            self.span(loop.start, loop.start + len(loop.kind)),
            tuple(each.request for each in inside),
            refused=self.span(refused, refused + 1) if refused is not None else None,
            limited=limited,
            wait=wait,
            seconds=seconds,
            waiting=self.span(*where) if where is not None else None,
            context=inside[0].request.context,
        )

    def span(self, start: int, end: int) -> Span:
        """Give a stretch of the script as one of the document."""
        return self.fragment.outer(start, end)


class _Reading:
    """One loop, read for what a status leads to."""

    def __init__(self, loops: Loops, loop: _Loop, inside: list[_Sent]) -> None:
        self._loop = loop
        whole = loops.fragment.text
        blanked = _COMMENT.sub(lambda match: " " * len(match.group()), whole[loop.start : loop.end])
        self._text = blanked
        self._inside = inside
        self._commands = list(self._sending(loops))
        self._names = {match[1] for match in _ASSIGNED.finditer(blanked)} | {
            match[1] for each in inside for match in _ASSIGNED.finditer(whole[max(0, each.start - 40) : each.start])
        }
        self._stops = bool(re.search(r"(?m)^\s*set\s+-[a-z]*e", whole) or re.match(r"#![^\n]*\s-[a-z]*e", whole))
        self._outside = whole[: loop.start]

    def _sending(self, loops: Loops) -> Iterator[tuple[int, int, bool]]:
        """Give the commands of the loop that send a request, those that call a function which does among them, and whether they fail."""
        for each in self._inside:
            if self._loop.start <= each.start < self._loop.end:
                yield each.start - self._loop.start, each.end - self._loop.start, each.call.fails
                continue
            for name, (start, end) in loops.functions.items():
                called = re.compile(rf"(?<![\w$-]){re.escape(name)}(?![\w=-])[^\n;|&]*") if start <= each.start < end else None
                for match in called.finditer(self._text) if called is not None else ():
                    yield match.start(), match.end(), each.call.fails

    def verdict(self, status: int) -> tuple[str, int]:
        """Tell whether the loop `leaves` or `repeats` on a status, and where that is decided; empty where that is not known."""
        loop, do = self._loop, self._loop.do - self._loop.start
        decided: int | None = None
        for at, truth, then, otherwise in sorted(self._tests(status), key=lambda test: test[0]):
            taken, other = (then, otherwise) if truth else (otherwise, then)
            if at < do:  # the loop's head
                goes_on = truth is (loop.kind == "while")
                if not goes_on:
                    return "leaves", loop.start + at
                decided = loop.start + at
                continue
            if _LEAVES.search(taken):
                return "leaves", loop.start + at
            if _AGAIN.search(taken):
                return "repeats", loop.start + at
            if _LEAVES.search(other):
                decided = loop.start + at
        if decided is None:
            return "", loop.start
        return "repeats", decided

    def _tests(self, status: int) -> Iterator[tuple[int, bool, str, str]]:
        """Give the tests that a status decides: where, what they say, and what is done then and otherwise."""
        yield from self._of_commands(status)
        for match in _TEST.finditer(self._text):
            name = match["name"] or match["counted"]
            if name not in self._names:
                continue
            truth = _compared(status, match["operator"] or match["compared"], match["number"] or match["figure"])
            if truth is None:
                continue
            negated = re.search(r"!\s*$", self._text[max(0, match.start() - 4) : match.start()]) is not None
            yield (match.start(), truth is not negated, *self._led_to(match.end()))
        for match in _CASE.finditer(self._text):
            if match[1] not in self._names:
                continue
            for branch in _BRANCH.finditer(self._text, match.end(), min(len(self._text), match.end() + 10 * _NEAR)):
                patterns = [each.strip(" \"'") for each in branch[1].split("|")]
                if any(fnmatch.fnmatchcase(str(status), pattern) for pattern in patterns):
                    at = branch.start(1)
                    yield at, True, branch["body"], " break "
                    break

    def _of_commands(self, status: int) -> Iterator[tuple[int, bool, str, str]]:
        """Give the same for what the command's exit code decides."""
        for start, end, fails in self._commands:
            line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
            if "$(" in line or "`" in line:
                continue
            works = status < _ERROR or not fails
            before = re.search(r"(?:^|[\s;])(until|while|if|elif)\s+(!\s+)?$", self._text[:start])
            then, otherwise = self._led_to(end)
            if before is not None:
                yield start, works is not bool(before[2]), then, otherwise
            elif then or otherwise:
                yield start, works, then, otherwise
            elif self._stops and not works:
                yield start, works, "", " exit "

    def _led_to(self, end: int) -> tuple[str, str]:
        """Give what is done behind a test if it holds, and if it does not."""
        behind = self._text[end : end + _NEAR]
        while (more := _MORE.match(behind)) is not None:  # another test of the same condition
            behind = behind[more.end() :]
        if (
            one := re.match(r"(?:\s*\d?>>?\s*\S+)*\s*\]*\s*(&&|\|\|)\s*((?:\{[^}]*\}|[^\n;|&]*))(?:\s*\|\|\s*([^\n;]*))?", behind)
        ) is not None:
            return (one[2], one[3] or "") if one[1] == "&&" else ("", one[2])
        if (
            block := re.match(r"[^\n;]{0,200}?[;\n]\s*then\b(?P<then>(?s:.)*?)(?:\belif\b|\bfi\b|\belse\b(?P<else>(?s:.)*?)\bfi\b)", behind)
        ) is not None:
            return block["then"], block["else"] or ""
        return "", ""

    def wait(self) -> tuple[Wait, float, tuple[int, int] | None]:
        """Tell how the loop waits."""
        if _ASKED.search(self._text):
            return Wait.ASKED, 0, None
        found: tuple[Wait, float, tuple[int, int] | None] = (Wait.NONE, 0, None)
        for match in _SLEEP.finditer(self._text):
            at = self._loop.start + match.start(1)
            given = match[1].strip("\"'")
            wait, seconds = self._amount(given)
            if wait is not Wait.FIXED:
                return wait, 0, (at, at + len(match[1]))
            found = (wait, seconds, (at, at + len(match[1])))
        if found[0] is Wait.NONE and re.search(r"(?i)\b\w*(?:sleep|wait|back_?off|delay)\w*\s", self._text):
            return Wait.UNKNOWN, 0, None  # a function of the script's own
        return found

    def _amount(self, given: str) -> tuple[Wait, float]:
        if (number := re.fullmatch(r"(\d*\.?\d+)([smh]?)", given)) is not None:
            return Wait.FIXED, float(number[1]) * _SUFFIXES.get(number[2], 1)
        name = re.fullmatch(r"\$\{?(\w+)\}?", given)
        if name is None:
            return Wait.GROWING, 0
        if re.search(
            rf"\b{name[1]}\s*[-+*]?=|\bfor\s+{name[1]}\b|\blet\s+\"?{name[1]}|\(\(\s*{name[1]}|\bread\b[^\n]*\b{name[1]}\b", self._text
        ):
            return Wait.GROWING, 0
        said = re.findall(
            rf"(?m)^\s*(?:readonly|local|declare|export)?\s*{name[1]}=[\"']?(?:\$\{{\w+:-)?(\d+)\}}?[\"']?\s*$", self._outside
        )
        return (Wait.FIXED, float(said[-1])) if said else (Wait.UNKNOWN, 0)


def _compared(status: int, operator: str, spelled: str) -> bool | None:
    """Compare a status with a number, or with a pattern."""
    if operator in {"=", "==", "!=", "=~"}:
        pattern = spelled.rstrip("$")
        same = str(status).startswith(pattern.rstrip(".*?")) if pattern[:1].isdigit() else None
        return None if same is None else same is not (operator == "!=")
    if not spelled.isdigit():
        return None
    number = int(spelled)
    return {
        "-eq": status == number,
        "-ne": status != number,
        "-ge": status >= number,
        "-gt": status > number,
        "-lt": status < number,
        "-le": status <= number,
        ">=": status >= number,
        "<=": status <= number,
        ">": status > number,
        "<": status < number,
    }.get(operator)


def _option(sent: _Sent) -> Retry | None:
    """Give what the client repeats by itself because an option says so."""
    call = sent.call
    if call.repeats is None:
        return None
    return Retry(
        call.repeats,
        (sent.request,),
        policy=True,
        refused=call.repeats_all if call.repeats_all is not None and call.fails else None,
        limited=True,
        wait=Wait.ASKED,
        context=sent.request.context,
    )
