"""What is known of values while code is walked with an answer's status in hand, and how they compare."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.scopes import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sealguard.facts import Request
    from sealguard.flow.scopes import Site
    from sealguard.model import Span

NO_ANSWER: Final = 0
"""Stands for the status of a request that is not answered."""
_PHRASES: Final = {re.sub(r"[^a-z]", "", status.phrase.lower()): status.value for status in HTTPStatus} | {
    "success": 200,
    "redirection": 302,
    "servererror": 500,
}
_PREFIXED: Final = re.compile(r"^(?:http|status|sc|code)+(?=[a-z])")
_MOST_STATUSES: Final = 1000
ERROR: Final = 400
"""From where on a status is an error's."""


class Kind(enum.Enum):
    """What is known of a value."""

    FREE = enum.auto()
    """Nothing, and it has nothing to do with the answer."""
    TOLD = enum.auto()
    """Nothing, but it depends on the answer."""
    ANSWER = enum.auto()
    FAILURE = enum.auto()
    """What was raised, or returned, because of the answer."""
    NUMBER = enum.auto()
    TRUTH = enum.auto()
    TEXT = enum.auto()
    LIST = enum.auto()
    PAIR = enum.auto()
    """A value and a failure, side by side."""
    NOTHING = enum.auto()


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure: of which sort, and the class it has where it is the program's own."""

    sort: str
    """`status`, `network` or `own`."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A value as far as it is known."""

    kind: Kind
    value: object = None
    told: bool = False
    """Whether it depends on the answer."""
    where: Span | None = None
    """What decided it, for a truth; where it is written, for a number in a list."""


FREE: Final = Held(Kind.FREE)
TOLD: Final = Held(Kind.TOLD, told=True)
NOTHING: Final = Held(Kind.NOTHING)
ANSWER: Final = Held(Kind.ANSWER, told=True)


class End(enum.Enum):
    """How a course ends."""

    NEXT = enum.auto()
    AGAIN = enum.auto()
    """`continue`."""
    OUT = enum.auto()
    """`break`."""
    ANEW = enum.auto()
    """The function calls itself, or the guarded block begins again."""
    GIVEN = enum.auto()
    """`return`."""
    LAST = enum.auto()
    """The value of a block's last expression, where that is what it gives."""
    FAILED = enum.auto()
    """Something is raised."""
    GONE = enum.auto()
    """The program ends."""


@dataclass(frozen=True, slots=True)
class Path:
    """What was met on the way."""

    names: Mapping[tuple[int, str], Held]
    subject: Held = FREE
    """What branches are chosen by."""
    decided: Span | None = None
    """The last condition that the status decided."""
    sure: bool = True
    """Whether every condition that depends on the answer could be decided."""
    waits: tuple[tuple[syntax.Call, Site], ...] = ()
    sent: tuple[Request, ...] = ()
    renewed: bool = False
    """Whether a new token was asked for."""
    broad: bool = False
    """Whether a failure was caught together with whatever else fails."""
    again: syntax.Call | None = None
    """The call by which the function calls itself."""


@dataclass(frozen=True, slots=True)
class Course:
    """One way through code."""

    end: End
    path: Path
    value: Held = NOTHING


class TiredError(Exception):
    """So much code was walked that the rest is left."""


def truth_in(held: Held) -> bool | None:
    """Tell whether a value is true where a condition asks for it; `None` if that is not known."""
    match held.kind:
        case Kind.TRUTH:
            return bool(held.value)
        case Kind.NUMBER | Kind.TEXT:
            return bool(held.value)
        case Kind.NOTHING:
            return False
        case Kind.ANSWER | Kind.FAILURE | Kind.LIST:
            return True
    return None


def compare(operator: str, left: Held, right: Held, span: Span) -> Held:
    """Compare two values."""
    told = left.told or right.told
    unknown = TOLD if told else FREE
    operator = {"is": "==", "is not": "!=", "equals": "=="}.get(operator, operator)
    if operator in {"in", "not in"}:
        number = number_of(left)
        if number is None or not isinstance(right.value, tuple):
            return unknown
        found = next((each for each in right.value if number_of(each) == number), None)
        if found is None and any(each.kind in {Kind.FREE, Kind.TOLD} for each in right.value):
            return unknown
        inside = found is not None
        return Held(Kind.TRUTH, inside is (operator == "in"), told, found.where if found is not None and found.where else span)
    if right.kind is Kind.LIST and operator == "==":
        return compare("in", left, right, span)
    kinds = {left.kind, right.kind}
    if Kind.NOTHING in kinds and not kinds & {Kind.FREE, Kind.TOLD}:
        return Held(Kind.TRUTH, (left.kind is right.kind) is (operator == "=="), told, span)
    if left.kind is right.kind is Kind.TRUTH and operator in {"==", "!="}:
        return Held(Kind.TRUTH, (left.value == right.value) is (operator == "=="), told, span)
    first, second = number_of(left), number_of(right)
    if first is None or second is None:
        return unknown
    says = {
        "==": first == second,
        "!=": first != second,
        "<": first < second,
        "<=": first <= second,
        ">": first > second,
        ">=": first >= second,
    }.get(operator)
    return unknown if says is None else Held(Kind.TRUTH, says, told, span)


def listed(held: Iterable[Held]) -> Held:
    """Make a list of values; one that is a list itself is put into it item by item, as where it is spread."""
    items = tuple(one for each in held for one in (each.value if isinstance(each.value, tuple) and each.kind is Kind.LIST else (each,)))
    return Held(Kind.LIST, items, told=any(each.told for each in items))


def numbers(node: syntax.Expression) -> Held:
    """Give the numbers that a label spells."""
    match node:
        case syntax.Opaque(children=(syntax.Const(value=int() as first), syntax.Const(value=int() as last))) if first < last:
            return between(first, last, last=True)
    if isinstance(node, syntax.Seq | syntax.Opaque):
        held = [numbers(each) for each in (node.items if isinstance(node, syntax.Seq) else node.children)]
        flat = [one for each in held for one in (each.value if isinstance(each.value, tuple) else (each,))]
        return flat[0] if len(flat) == 1 else Held(Kind.LIST, tuple(flat)) if flat else FREE
    if isinstance(node, syntax.Const) and isinstance(node.value, int):
        return Held(Kind.NUMBER, node.value, where=node.span)
    if isinstance(node, syntax.Str) and node.text.isdigit():
        return Held(Kind.NUMBER, int(node.text), where=node.span)
    number = named(node)
    return FREE if number is None else Held(Kind.NUMBER, number, where=node.span)


def between(first: int | None, end: int | None, *, last: bool) -> Held:
    """Give the statuses of a range as a list, its end among them or not."""
    if first is None or end is None:
        return FREE
    return Held(Kind.LIST, tuple(Held(Kind.NUMBER, number) for number in range(max(0, first), min(end + last, _MOST_STATUSES))))


def is_label(node: syntax.Expression) -> bool:
    """Tell whether an expression is one that branches are chosen by: numbers, and constants that stand for statuses."""
    nodes = node.items if isinstance(node, syntax.Seq) else (node,)
    return all(isinstance(each, syntax.Const) or named(each) is not None for each in nodes)


def named(node: syntax.Expression) -> int | None:
    """Give the status that a constant is called for: `http.StatusTooManyRequests`, `Net::HTTPUnauthorized`, `HTTP_429_...`."""
    name = last_name(node) if isinstance(node, syntax.Attribute | syntax.Name) else ""
    if not name or (isinstance(node, syntax.Name) and not name[:1].isupper()):
        return None
    if (digits := re.search(r"(?<!\d)[1-5]\d\d(?!\d)", name)) is not None:
        return int(digits.group())
    folded = re.sub(r"[^a-z]", "", name.lower())
    return _PHRASES.get(folded) or _PHRASES.get(_PREFIXED.sub("", folded))


def class_name(node: syntax.Expression) -> str:
    """Give the name of a class, also where it is spelled as a value: `HttpException::class`, `HttpException.class`."""
    match node:
        case syntax.Opaque(children=(*_, last)) if not isinstance(last, syntax.Const):
            return class_name(last)
        case syntax.Attribute(name="class" | "java" | "class.java", owner=owner):
            return class_name(owner)
    return last_name(node)


def mixed(held: list[Held]) -> Held:
    """Give what is made of several values: all that is known of it is whether one of them depends on the answer."""
    return TOLD if any(each.told for each in held) else FREE


def truth_of(truth: bool | None, where: Span | None) -> Held:  # noqa: FBT001 - three values: it holds, it does not, it is not known
    """Make a value of a truth, and of what decided it."""
    if truth is None:
        return TOLD if where is not None else FREE
    return Held(Kind.TRUTH, truth, told=where is not None, where=where)


def number_of(held: Held) -> int | None:
    """Give a value as a whole number, also where it is spelled as text."""
    match held.value:
        case bool():
            return None
        case int():
            return held.value
        case str() as text if text.strip().isdigit() and held.kind is Kind.TEXT:
            return int(text)
    return None


def as_number(held: Held, status: int) -> Held:
    """Read an answer that branches are chosen by as its status."""
    return Held(Kind.NUMBER, status, told=True) if held.kind is Kind.ANSWER else held


def class_holds(name: str, number: int, status: int) -> bool:
    """Tell whether a class of answers holds a status: `Net::HTTPSuccess`, `Net::HTTPTooManyRequests`."""
    folded = name.lower()
    if "success" in folded:
        return status < ERROR
    return number == status
