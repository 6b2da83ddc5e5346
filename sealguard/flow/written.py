"""Writes what a value is known to be as the code that would spell it, each part where it stands: in this file or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Value
from sealguard.flow.domain import Foreign, Local, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from sealguard.flow.domain import Thing

_DEEPEST: Final = 4


def written(thing: Thing, depth: int = 0) -> syntax.Expression:
    """Give the literal, list, map or name that a thing is; what is not known is opaque."""
    if depth > _DEEPEST:
        return syntax.Opaque(thing.span)
    match thing:
        case Scalar(value=value):
            return syntax.Const(thing.span, value)
        case Value() if thing.text is not None:
            return syntax.Str(thing.span, thing.text, thing.span, verbatim=False)
        case Sequence(complete=True):
            return syntax.Seq(thing.span, tuple(written(things[0], depth + 1) for things in thing.items if things))
        case Mapping():
            entries = (
                syntax.Entry(syntax.Str(item.key.span, item.key.text, item.key.span, verbatim=False), written(item.things[0], depth + 1))
                for item in thing.items
                if item.key.text is not None and item.things
            )
            return syntax.Map(thing.span, tuple(entries))
        case Local(scope=scope):
            return syntax.Name(thing.span, scope.name)
        case Foreign(name=name):
            return syntax.Name(thing.span, name.rpartition(".")[2])
    return syntax.Opaque(thing.span)
