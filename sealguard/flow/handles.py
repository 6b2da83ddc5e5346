"""Puts a request together from a handle on which its options are set one by one: `curl_setopt($ch, CURLOPT_URL, $url)`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Request
from sealguard.flow.domain import Local, Mapping, Scalar, Sequence
from sealguard.flow.header_lines import header_lines
from sealguard.flow.scopes import Site, last_name
from sealguard.flow.sent import Sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.flow.domain import Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.flow.requests import Requests
    from sealguard.flow.scopes import Scope
    from sealguard.model import Span

_ALONE: Final = 3
"""How many arguments a call has that sets one option: the handle, its name, its value."""


class Handles:
    """Makes requests of handles."""

    def __init__(self, evaluator: Evaluator, requests: Requests) -> None:
        """Prepare to read the calls of the program of `evaluator`."""
        self.evaluator = evaluator
        self.requests = requests
        self.index = evaluator.index
        self.library = evaluator.library
        self._read: set[int] = set()
        """The calls whose options have been put together."""

    def of(self, maker: syntax.Call, name: str, site: Site) -> Iterator[Request]:
        """Give the requests of the handle that a call makes, one for each way in which the function around is called."""
        found = self.index.assigned.get(id(maker))
        setters = self.library.handles[name]
        options = list(self._options(*found, setters, maker, site)) if found is not None else []
        handed = found is None or self.evaluator.is_handed_on(*found)
        for frame in self.evaluator.frames(site.scope):
            sent = Sent(complete=not handed)
            if maker.arguments:
                url = maker.arguments[0].value
                sent.add("url", self.evaluator.things(url, site, frame), url.span)
            for call, place in options:
                self._set(sent, call, place, frame if place.scope is site.scope else None)
            yield self.requests.assembled(sent, maker, site.scope.context)

    def of_object(self, node: syntax.Call, site: Site) -> Request | None:
        """Give the request of an object on which a call sets an option, `curl.setopt(curl.URL, url)`; `None` if it was given before."""
        if id(node.function) in self._read or not isinstance(node.function, syntax.Attribute):
            return None
        owner = self.index.path(node.function.owner, site.scope)
        calls = [
            (call, place)
            for call, place in self.index.calls.get("setopt", [])
            if isinstance(call.function, syntax.Attribute) and self.index.path(call.function.owner, place.scope) == owner
        ]
        self._read |= {id(call.function) for call, _ in calls}
        return self._from_options(node, calls)

    def _from_options(self, node: syntax.Call, calls: list[tuple[syntax.Call, Site]]) -> Request:
        request = Request(span=node.span, urls=(), complete=True)
        for call, site in calls:
            if len(call.arguments) != 2:  # noqa: PLR2004 - an option and its value
                continue
            option, value = last_name(call.arguments[0].value).upper().removeprefix("CURLOPT_"), call.arguments[1].value
            things = self.evaluator.things(value, site)
            match option:
                case "URL":
                    request = replace(request, span=call.span, urls=self.evaluator.values(value, site), context=site.scope.context)
                case "HTTPHEADER":
                    lists = [each for thing in things if isinstance(thing, Sequence) and (each := header_lines(thing)) is not None]
                    headers = tuple(self.requests.header(item) for each in lists for item in each.items)
                    request = replace(
                        request, headers=headers, complete=request.complete and bool(lists) and all(each.complete for each in lists)
                    )
                case "SSL_VERIFYPEER" | "SSL_VERIFYHOST":
                    off = [thing for thing in things if getattr(thing, "value", None) in (0, False)]
                    if off and request.unverified is None:
                        request = replace(request, unverified=call.span)
                case "USERPWD" | "USERNAME":
                    request = replace(request, authentication=value.span, login=self.evaluator.values(value, site))
                case "XOAUTH2_BEARER":
                    request = replace(request, authorized=True)
        return request

    def _options(
        self, home: Scope, path: str, setters: frozenset[str], maker: syntax.Call, site: Site
    ) -> Iterator[tuple[syntax.Call, Site]]:
        """Give the calls that set an option on a handle: those before the next one that goes by the same name."""
        later = [bind.span.start for bind in home.binds.get(path, ()) if bind.scope is site.scope and bind.span.start > maker.span.start]
        end = min(later, default=sys.maxsize)
        for setter in setters:
            for call, place in self.index.calls.get(setter, []):
                own = call.arguments and self.index.path(call.arguments[0].value, place.scope) == (home, path)
                if own and (place.scope is not site.scope or maker.span.start < call.span.start < end):
                    yield call, place
        for call, place in home.handed.get(path, ()):
            if last_name(call.function) not in setters and (place.scope is not site.scope or place.offset < end):
                yield from self._inside(call, place, home, path, setters)

    def _inside(self, call: syntax.Call, site: Site, home: Scope, path: str, setters: frozenset[str]) -> Iterator[tuple[syntax.Call, Site]]:
        """Give those in a function of this file that is handed the handle."""
        functions = [thing.scope for thing in self.evaluator.things(call.function, site) if isinstance(thing, Local)]
        for scope in functions:
            for argument, parameter in zip(call.arguments, scope.parameters, strict=False):
                if self.index.path(argument.value, site.scope) == (home, path):
                    for setter in setters:
                        for inner, place in self.index.calls.get(setter, []):
                            if inner.arguments and self.index.path(inner.arguments[0].value, place.scope) == (scope, parameter.name):
                                yield inner, place

    def _set(self, sent: Sent, call: syntax.Call, site: Site, frame: Frame | None) -> None:
        if len(call.arguments) == _ALONE:
            option, value = call.arguments[1].value, call.arguments[2].value
            self._add(sent, self.evaluator.text(option, site, frame), self.evaluator.things(value, site, frame), call.span)
            return
        for argument in call.arguments[1:2]:
            maps = [thing for thing in self.evaluator.things(argument.value, site, frame) if isinstance(thing, Mapping)]
            sent.complete = sent.complete and bool(maps) and all(each.complete for each in maps)
            for item in (item for each in maps for item in each.items):
                self._add(sent, item.key.text, item.things, item.span)

    def _add(self, sent: Sent, option: str | None, things: Things, span: Span) -> None:
        role = self.library.keywords.get(option) if option is not None else None
        sent.complete = sent.complete and option is not None
        if role == "verify":
            # Zero is as good as false here; what is said of it stands where it is set.
            things = tuple(Scalar(value=False, span=span) if isinstance(each, Scalar) and each.value == 0 else each for each in things)
        if role == "url":
            sent.roles.pop("url", None)
            sent.built = span
        if role is not None:
            sent.add(role, things, span)
