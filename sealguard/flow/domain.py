"""What an expression can be, as far as it is followed: strings with holes, maps, lists, objects, functions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sealguard.facts import MASKED, Given, Hole, Kind, Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard import syntax
    from sealguard.flow.evaluation import Frame
    from sealguard.flow.scopes import Scope
    from sealguard.model import Span

_MASKING: Final = re.compile(r"(?i)mask|redact|obfuscat|censor|sanitiz|scrub|fingerprint|hash")
"""Names of functions that leave nothing of what they are given."""
_VEILING: Final = re.compile(r"(?:Secret(?:Str|String|Bytes|Box|Vec|Text)|SecureString|GuardedString|Redacted|Redactable|Sensitive)")
"""Types of libraries that show a mask instead of what they hold: pydantic's, Rust's `secrecy`, .NET's."""
_ITSELF: Final = frozenset({"this", "self", "cls", "static", "parent", "super"})
_MOST_PARTS: Final = 12
"""Of how many parts a string is whose way is followed."""
MOST: Final = 8
"""How many alternatives are kept of what one expression can be."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number, a truth value, or nothing (`None`)."""

    value: int | float | bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a `Mapping`."""

    key: Value
    things: Things
    span: Span
    """The value's expression, where it is put in."""
    context: tuple[str, ...] = ()
    name: str | None = field(init=False, compare=False)
    """The key in lower case, where it is known."""

    def __post_init__(self) -> None:
        """Work the name out once: maps are merged again and again."""
        text = self.key.text
        object.__setattr__(self, "name", text.lower() if text is not None else None)


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """A map, and what was put in later; `complete`: nothing else can be in it."""

    items: tuple[Item, ...]
    complete: bool
    span: Span

    def get(self, key: str) -> Things:
        """Give what is under `key` (last one wins), or nothing."""
        for item in reversed(self.items):
            if item.key.text == key:
                return item.things
        return ()

    def merged(self, other: Mapping) -> Mapping:
        """Give this map with another's entries over its own."""
        names = {item.name for item in other.items} - {None}
        kept = tuple(item for item in self.items if item.name not in names)
        return Mapping(kept + other.items, self.complete and other.complete, self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list or tuple; `complete`: nothing else can be in it."""

    items: tuple[Things, ...]
    complete: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Object:
    """What a call made whose inside is not followed, or an instance of a class of this file."""

    type: str
    """The qualified name of what made it: `requests.Session`, a class's name."""
    span: Span
    attributes: dict[str, Things] = field(default_factory=dict)
    """Keyword arguments of the call that made it, and what was set on it later."""
    positional: tuple[Things, ...] = ()
    own: Scope | None = None
    """The scope of its class, where the class is of this file."""
    complete: bool = True
    """Whether the call that made it shows all of its arguments."""
    names: tuple[str, ...] = ()
    making: Frame | None = None
    """Of an instance of a class of this file: what its constructor was given."""


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """A function, class or module of somewhere else, by its qualified name; `owner` where it is an object's method."""

    name: str
    span: Span
    owner: Object | None = None
    preset: tuple[syntax.Argument, ...] = ()
    """Arguments bound beforehand: `partial(requests.get, headers=...)`."""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Local:
    """A function or class of this file."""

    scope: Scope
    span: Span
    owner: Object | None = None
    preset: tuple[syntax.Argument, ...] = ()


Thing = Value | Scalar | Mapping | Sequence | Object | Foreign | Local
Things = tuple[Thing, ...]


def whole(things: Things) -> int | None:
    """Give the whole number that is among `things`, if any."""
    return next((thing.value for thing in things if isinstance(thing, Scalar) and isinstance(thing.value, int)), None)


def unknown(span: Span, *names: str, kind: Kind = Kind.UNKNOWN, marks: frozenset[str] = frozenset()) -> Value:
    """Give a value of which nothing is known but its names."""
    return Value((Hole(kind, tuple(name for name in names if name), span, marks),), span)


def as_key(name: str, span: Span) -> Value:
    """Give a name that is no literal, a keyword argument's say, as the key of a map."""
    return Value((Text(name, span, verbatim=False),), span)


def bounded(things: Iterable[Thing]) -> Things:
    """Keep the first few different things."""
    kept: list[Thing] = []
    for thing in things:
        if len(kept) == MOST:
            break
        if thing not in kept:
            kept.append(thing)
    return tuple(kept)


def named(thing: Thing, name: str) -> Thing:
    """Remember that a value that is not known went under `name`."""
    if isinstance(thing, Value) and len(thing.parts) == 1 and isinstance(hole := thing.parts[0], Hole) and name not in hole.names:
        return Value((replace(hole, names=(*hole.names, name)),), thing.span)
    if isinstance(thing, Foreign) or (isinstance(thing, Object) and thing.own is None):
        return thing if name in thing.names else replace(thing, names=(*thing.names, name))
    return thing


def optional(thing: Thing, why: str) -> Thing:
    """Remember that known text is one of several (`choice`), or what holds when nothing is said (`default`)."""
    if isinstance(thing, Value):
        return replace(thing, parts=tuple(replace(part, optional=why) if isinstance(part, Text) else part for part in thing.parts))
    return thing


def veils(type_: str) -> bool:
    """Tell whether a type is one of a library that shows a mask instead of what it holds."""
    return any(_VEILING.fullmatch(each) for each in type_.partition("<")[0].replace("::", ".").split("."))


def veiled(value: Value) -> Value:
    """Remember that a value shows a mask wherever it is written."""
    parts = (replace(p, masked=True) if isinstance(p, Text) else replace(p, marks=p.marks | {MASKED}) for p in value.parts)
    return replace(value, parts=tuple(parts))


def unveiled(thing: Thing) -> Thing:
    """Give what was asked of something that shows a mask by itself: that does not."""
    if not isinstance(thing, Value):
        return thing
    parts = (replace(p, masked=False) if isinstance(p, Text) else replace(p, marks=p.marks - {MASKED}) for p in thing.parts)
    return replace(thing, parts=tuple(parts))


def is_veiled(things: Things) -> bool:
    """Tell whether one of some things shows a mask when it is written."""
    parts = (part for thing in things if isinstance(thing, Value) for part in thing.parts)
    return any(part.masked if isinstance(part, Text) else MASKED in part.marks for part in parts)


def marked(value: Value, mark: str) -> Value:
    """Remember what was done to a value whose text is not known."""
    return replace(value, parts=tuple(replace(part, marks=part.marks | {mark}) if isinstance(part, Hole) else part for part in value.parts))


def as_value(thing: Thing, span: Span) -> Value:
    """Turn anything into a string, as interpolation would."""
    match thing:
        case Value():
            return replace(thing, span=span)
        case Scalar(value=bool() | None):
            return unknown(span)
        case Scalar():
            return Value((Text(str(thing.value), thing.span, verbatim=False),), span)
        case Object():
            name = thing.type.rpartition(".")[2]
            marks = frozenset({"digest"} if _MASKING.search(name) else {MASKED} if veils(thing.type) else ())
            return unknown(span, _ending(thing.type), *thing.names, kind=Kind.CALL, marks=marks)
        case Foreign():
            return unknown(span, thing.name.rpartition(".")[2], *thing.names)
        case Local():
            return unknown(span, thing.scope.name, kind=Kind.CALL)
    return unknown(span)


def handed_over(things: Things, name: str, span: Span, call: int) -> Things:
    """Remember of strings that a call, whose arguments begin at `call`, gives them, as `name`, to the function that it calls."""
    known = Given(name, span, call)
    return tuple(
        replace(thing, parts=tuple(part if part.given is not None else replace(part, given=known) for part in thing.parts))
        if isinstance(thing, Value) and len(thing.parts) <= _MOST_PARTS
        else thing
        for thing in things
    )


def _ending(name: str) -> str:
    """Give the last two names of a dotted one, what it is and what it is of, where that is no object's own word for itself."""
    outer, _, last = name.rpartition(".")
    owner = outer.rpartition(".")[2]
    return last if not owner or owner in _ITSELF else f"{owner}.{last}"


def placed(value: Value, span: Span) -> Value:
    """Put what is not known of a value where it is used: there it becomes a part of something else."""
    return replace(value, parts=tuple(replace(part, span=span) if isinstance(part, Hole) else part for part in value.parts))


def interpolated(value: Value) -> Value:
    """Turn a string into text as a template does: bytes show their prefix and quotes."""
    if any(part.binary for part in value.texts) or any("bytes" in hole.marks for hole in value.holes):
        before, after = Text("b'", value.span, verbatim=False), Text("'", value.span, verbatim=False)
        parts = tuple(
            replace(p, binary=False) if isinstance(p, Text) else replace(p, marks=(p.marks - {"bytes"}) | {"bytes-repr"})
            for p in value.parts
        )
        return Value((before, *parts, after), value.span)
    return value
