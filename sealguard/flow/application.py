"""One call of a function that is known: what it is given, and the ways in which effects change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.facts import Text, Value
from sealguard.flow.domain import (
    Mapping,
    Object,
    Scalar,
    as_value,
    bounded,
    marked,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard import syntax
    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.flow.scopes import Site
    from sealguard.model import Span

_LONGEST: Final = 10_000
"""How long a text may be to be decoded: no credential is longer."""


class Application:
    """One call with an effect: what it is given, and where."""

    def __init__(
        self,
        evaluator: Evaluator,
        subject: Things,
        arguments: tuple[syntax.Argument, ...],
        span: Span,
        site: Site,
        frame: Frame | None,
        call: syntax.Call | None,
    ) -> None:
        """Take a call apart: its subject, and the other arguments; `call` is all of it, where it is spelled as one."""
        self.evaluator, self.subject, self.given = evaluator, subject, arguments
        self.span, self.site, self.frame, self.call = span, site, frame, call

    def argument(self, position: int, *names: str) -> Things:
        """Give an argument by position or name; nothing where there is none."""
        positional = [each for each in self.given if each.name is None and not each.spread]
        for each in self.given:
            if each.name in names:
                return self.evaluator.things(each.value, self.site, self.frame)
        if position < len(positional):
            return self.evaluator.things(positional[position].value, self.site, self.frame)
        return ()

    def strings(self, things: Things) -> tuple[Value, ...]:
        """Turn things into strings, at the place of the call."""
        return self.evaluator.strings(things, self.span)

    def each(self, change: Callable[[Value], Value]) -> Things:
        """Change every string that the subject can be; a map stays what it is, for what is in it matters more than its spelling."""
        return bounded(thing if self._holds(thing) else change(as_value(thing, self.span)) for thing in self.subject)

    def _holds(self, thing: Thing) -> bool:
        return isinstance(thing, Mapping) or (isinstance(thing, Object) and bool(self.evaluator.record(thing)))

    def known(self, mark: str, change: Callable[[str], str], decoded: str = "") -> Things:
        """Change known text; of what is not known, remember that it was done."""

        def changed(value: Value) -> Value:
            if value.text is None or not value.texts:
                return marked(value, mark) if mark else value
            # Where several pieces were put together, the longest is the one that matters: `user + ":" + token`.
            first = max(value.texts, key=lambda each: len(each.text))
            text = change(value.text[:_LONGEST])
            whole = Text(text, first.span, first.verbatim and text == first.text, decoded or first.decoded, optional=first.optional)
            return Value((whole,), self.span)

        return self.each(changed)


def is_nothing(thing: Thing) -> bool:
    """Tell whether a default stands for "there is none"."""
    return (isinstance(thing, Scalar) and thing.value is None) or (isinstance(thing, Value) and thing.text == "")
