"""Tells where certificates are not checked: switches that are off, and functions that say yes to whatever they are asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Value
from sealguard.flow.domain import Foreign, Local, Mapping, Object, Scalar, Sequence
from sealguard.flow.scopes import Scope, Site

if TYPE_CHECKING:
    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.sent import Sent
    from sealguard.model import Span

_TRUSTING: Final = re.compile(r"(?i)(?:trust|accept|allow)_?(?:all|any|every)|insecure|DangerousAcceptAny|no_?op_?(?:host|trust)")
_SWITCHES: Final = frozenset({"check_hostname", "verify_mode", "cert_reqs"})


class Certificates:
    """Reads what is set or asked about certificates in one program."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Prepare to read the program of `evaluator`."""
        self.evaluator = evaluator
        self.library = evaluator.library
        self.index = evaluator.index
        self.accepting: set[Span] = set()
        """The functions met that are asked about certificates and accept all."""
        self.switches: set[Span] = set()
        """What lets certificates pass on the requests that were read: each counts as one with the others of its request."""

    def unchecked(self, sent: Sent) -> Span | None:
        """Give the first switch by which a request, or the client that sends it, lets certificates pass, or `None`."""
        unverified = next(
            (off for things, span in sent.all("verify") for thing in things if (off := self.unverified(thing, span)) is not None), None
        )
        if unverified is None:
            holders = [
                (thing, span) for things, span in sent.all("tls") for thing in things if isinstance(thing, Object | Mapping | Sequence)
            ]
            unverified = next((off for thing, span in holders if (off := self.unverified(thing, span)) is not None), None)
        if unverified is None:
            unverified = next(
                (span for things, span in sent.all("insecure") if any(isinstance(t, Scalar) and t.value is True for t in things)), None
            )
        trusted = [self.trusts(thing) for things, _ in sent.all("trust") for thing in things]
        spans = {span for span in (unverified, *trusted) if span is not None}
        self.switches |= spans
        return min(spans, default=None)

    def trusts(self, thing: Thing) -> Span | None:
        """Give where what is asked about a certificate says yes to all: a function that does, or something that is called so."""
        match thing:
            case Local(scope=Scope(kind="function") as scope):
                asked = self.accepts(scope) or self._agrees(scope) or bool(not scope.returns and _TRUSTING.search(scope.name))
                return thing.span if asked else None
            case Local(scope=scope) | Object(own=Scope() as scope):
                return self._accepting([scope]) or (thing.span if _TRUSTING.search(scope.name) else None)
            case Object():
                given = [each for things in thing.positional for each in things]
                spelled = [each.text for each in given if isinstance(each, Value) and each.text]
                named = thing.type in self.library.unverified or any(map(_TRUSTING.search, (thing.type, *spelled)))
                functions = [each for each in given if isinstance(each, Local)]
                agreeing = next(
                    (each.span for each in functions if isinstance(each.scope.node, syntax.Lambda) and self._agrees(each.scope)), None
                )
                return self._accepting([each.scope for each in functions]) or (thing.span if named else agreeing)
            case Foreign():
                return thing.span if thing.name in self.library.unverified or _TRUSTING.search(thing.name) else None
            case Sequence():
                return next((span for things in thing.items for each in things if (span := self.trusts(each)) is not None), None)
        return None

    def _accepting(self, around: list[Scope]) -> Span | None:
        """Give the first function in these that accepts all."""
        nodes = (each.node for each in self.index.scopes if each.parent in around and self.accepts(each))
        return next((node.span for node in nodes if isinstance(node, syntax.Function)), None)

    def _agrees(self, scope: Scope) -> bool:
        answers = [each for value, block in scope.returns for each in self.evaluator.things(value, Site(scope, block, value.span.end))]
        return bool(answers) and all(isinstance(each, Scalar) and each.value is True for each in answers)

    def accepts(self, scope: Scope) -> bool:
        """Tell whether a function that is asked about certificates or host names accepts all of them."""
        node = scope.node
        if not isinstance(node, syntax.Function):
            return False
        asked = not self.library.sessions.isdisjoint(parameter.type for parameter in node.parameters)
        accepts = asked and len(node.body) == 1 and self._agrees(scope)
        if node.name in self.library.checking:
            accepts = all(isinstance(each, syntax.Return) and each.value is None for each in node.body)
        if accepts:
            self.accepting.add(node.span)
        return accepts

    def unverified(self, thing: Thing, span: Span) -> Span | None:
        """Give the switch by which certificates are not checked, or `None` if they are."""
        match thing:
            case Scalar(value=0 | False):
                return thing.span if thing.span != span else span
            case Value(text="CERT_NONE" | "none" | "verify_none"):
                return span
            case Sequence():
                held = (each for things in thing.items for each in things)
                return next((each.span for each in held if isinstance(each, Value) and each.text == "insecure"), None)
            case Foreign() if thing.name in self.library.unverified:
                return thing.span
            case Object() if self.library.unverified.get(thing.type) == "":
                return thing.span
            case Object():
                switches = [
                    off
                    for name, things in (*thing.attributes.items(), *_options(thing))
                    if name in _SWITCHES or self.library.keywords.get(name) in {"verify", "tls"}
                    for each in things
                    if not (isinstance(each, Scalar) and self.library.keywords.get(name) == "tls")
                    if (off := self.unverified(each, each.span)) is not None
                ]
                switches += [
                    each.span
                    for name, things in thing.attributes.items()
                    if self.library.keywords.get(name) == "insecure"
                    for each in things
                    if isinstance(each, Scalar) and each.value is True
                ]
                switches += [
                    off
                    for name, things in thing.attributes.items()
                    if "trust" in {name.removeprefix("@"), self.library.keywords.get(name)}
                    for each in things
                    if (off := self.trusts(each)) is not None
                ]
                return min(switches, default=None)
            case Mapping():
                for item in thing.items:
                    role = self.library.keywords.get(item.key.text or "")
                    for each in item.things if role in {"verify", "tls"} or item.key.text in _SWITCHES else ():
                        if role == "tls" and isinstance(each, Scalar):
                            continue
                        if (off := self.unverified(each, item.span)) is not None:
                            return off
        return None


def _options(made: Object) -> list[tuple[str, Things]]:
    """Give what stands in the maps that an object was made with."""
    maps = [thing for things in made.positional for thing in things if isinstance(thing, Mapping)]
    return [(item.key.text, item.things) for each in maps for item in each.items if item.key.text is not None]
