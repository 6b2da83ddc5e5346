"""Finds what says what a token may do where no request is seen: arguments of a client's calls, maps of options, blocks of configuration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.bodies import names_scopes
from sealguard.facts import Body, Grant
from sealguard.flow.contents import body_of_arguments, body_of_map, has_scopes
from sealguard.flow.domain import Foreign, Mapping, Object

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.flow.domain import Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.scopes import Site

_MAKING: Final = re.compile(
    r"(?i)\b(?:create|issue|generate|mint|make|new|add)_?(?:an?_?)?(?:api_?)?(?:token|key)(?:_?async)?$"
    r"|\b(?:api_?)?(?:tokens?|keys?)\.(?:create|issue|generate|mint|make|new|add)(?:_?async)?$"
)
"""What calls are named, last two names together, that make a token."""
_DEEPEST: Final = 5
"""How many names of a chain are asked what they stand for."""


class Grants:
    """Adds what it finds to the facts of one program."""

    def __init__(self, evaluator: Evaluator, facts: Facts) -> None:
        """Prepare to read the program of `evaluator`."""
        self._evaluator = evaluator
        self._facts = facts
        text = facts.document.text.lower()
        self._wanted = "scope" in text or "token" in text

    def call(self, node: syntax.Call, site: Site, context: tuple[str, ...]) -> None:
        """Take what a call is given by name, or in a map."""
        if not self._wanted or not node.arguments:
            return
        spelled = _spelled(node.function)
        made = self._evaluator.library.resources and "token" in ".".join(spelled[-1:]).lower()
        making = made or _MAKING.search(".".join(spelled[-2:])) is not None
        others = [each for each in node.arguments if not each.name]
        body = Body((), complete=False)
        if making or any(each.name and names_scopes(each.name) for each in node.arguments):
            body = self._given(node, others, site)
            maps = [held for each in others for held in self._maps(each.value, site)] if making else []
            for held in maps:
                body = Body((*body.entries, *held.entries), body.complete and held.complete)
        bodies = [body] if body.entries else []
        if not bodies:
            maps = [held for each in others if isinstance(each.value, syntax.Map) for held in self._maps(each.value, site)]
            bodies = [held for held in maps if has_scopes(held)]
        for held in bodies:
            names = (*context, *self._owners(node.function, site), *spelled)
            self._facts.grants.append(Grant(node.span, held, names, makes=making))

    def _given(self, node: syntax.Call, others: list[syntax.Argument], site: Site) -> Body:
        """Give what a call is given by name; it is all if nothing else is given but what the token is called."""
        named = {each.name: self._evaluator.things(each.value, site) for each in node.arguments if each.name and not each.spread}
        complete = len(others) <= 1 and not any(each.spread for each in node.arguments)
        return body_of_arguments(named, complete=complete, span=node.span)

    def map(self, node: syntax.Map, keys: list[str | None], site: Site, context: tuple[str, ...]) -> None:
        """Take a map that has an entry of scopes."""
        if self._wanted and any(key is not None and "scope" in key.lower() for key in keys):
            for held in self._maps(node, site):
                if has_scopes(held):
                    self._facts.grants.append(Grant(node.span, held, context))

    def assign(self, statement: syntax.Assign, site: Site, path: tuple[str, ...]) -> None:
        """Take scopes that are given a name: `SEALMETRICS_SCOPES = ["admin"]`."""
        if self._wanted and path and names_scopes(path[-1]):
            body = body_of_arguments({path[-1]: self._evaluator.things(statement.value, site)}, complete=False, span=statement.value.span)
            self._facts.grants.append(Grant(statement.span, body, (*site.scope.context, *path), named=True))

    def _maps(self, node: syntax.Expression, site: Site) -> list[Body]:
        things: Things = self._evaluator.things(node, site)
        maps = [body_of_map(thing) for thing in things if isinstance(thing, Mapping)]
        made = ((thing, self._evaluator.record(thing)) for thing in things if isinstance(thing, Object))
        return [*maps, *(body_of_arguments(held, complete=thing.complete, span=thing.span) for thing, held in made if held)]

    def _owners(self, node: syntax.Expression, site: Site) -> tuple[str, ...]:
        """Give the types of what a function is called on, outermost first."""
        found: list[str] = []
        for _ in range(_DEEPEST):
            if not isinstance(node, syntax.Attribute):
                break
            node = node.owner
            for thing in self._evaluator.things(node, site):
                if isinstance(thing, Object):
                    found.append(thing.type)
                elif isinstance(thing, Foreign):
                    found.append(thing.name)
        return tuple(reversed(found))


def _spelled(node: syntax.Expression) -> tuple[str, ...]:
    """Give the names of a chain of attributes and calls, outermost first."""
    found: list[str] = []
    while isinstance(node, syntax.Attribute | syntax.Call | syntax.Index):
        if isinstance(node, syntax.Attribute):
            found.append(node.name)
        node = node.function if isinstance(node, syntax.Call) else node.owner
    if isinstance(node, syntax.Name):
        found.append(node.id)
    return tuple(reversed(found))
