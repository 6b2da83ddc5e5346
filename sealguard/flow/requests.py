"""Recognises the calls that go out over HTTP, and what each of them sends."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Header, Parameter, Request, Text, Value
from sealguard.flow.certificates import Certificates
from sealguard.flow.contents import body_of
from sealguard.flow.domain import MOST, Foreign, Item, Local, Mapping, Object, Scalar, Sequence, as_key, as_value
from sealguard.flow.header_lines import header_lines, header_text, single
from sealguard.flow.library import Signature
from sealguard.flow.scopes import Site, last_name, names_in
from sealguard.flow.sent import Sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.model import Span

_REQUEST_ROLES: Final = frozenset({"headers", "json", "data", "auth", "verify", "cookies"})
_ADDING: Final = re.compile(r"Auth|Default")
_BUILT_BY: Final = 3
"""How many functions, each of which calls the next, are followed to where a URL is put together."""
_ADDING_HEADERS: Final = frozenset({"event_hooks", "transport", "mounts", "middlewares", "cert"})
"""Arguments of a client behind which a credential can be added that is not seen."""


class Requests:
    """Makes requests of calls."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Prepare to read the calls of the program of `evaluator`."""
        self.evaluator = evaluator
        self.library = evaluator.library
        self.index = evaluator.index
        self.certificates = Certificates(evaluator)

    def of(self, call: syntax.Call, site: Site, frame: Frame | None = None) -> Request | None:
        """Give the request that a call sends, or `None`."""
        name = call.function.name if isinstance(call.function, syntax.Attribute) else ""
        for callee in self.evaluator.things(call.function, site, frame):
            match callee:
                case Foreign(owner=Object()) if self.evaluator.is_chained(callee):
                    return self._built(call, site, frame) if _is_chain(call) or name in self.library.sends else None
                case Object() if callee.type in self.library.clients and (verb := self.library.verbs.get("()")) is not None:
                    return self._request(call, call.arguments, verb, callee, site, frame)
                case Foreign() if callee.owner is None and callee.name in self.library.requests:
                    return self._request(call, (*callee.preset, *call.arguments), self.library.requests[callee.name], None, site, frame)
                case Foreign() if callee.owner is not None and (verb := self._verb(callee)) is not None:
                    return self._request(call, (*callee.preset, *call.arguments), verb, callee.owner, site, frame)
                case Local():
                    return None
                case Foreign() if callee.name in self.library.clients or callee.name in self.library.calls:
                    return None
        if self._is_setting(name):
            return None
        return self._guessed(call, name, site, frame)

    def _built(self, call: syntax.Call, site: Site, frame: Frame | None) -> Request | None:
        """Read a request that is built by a chain of calls: `superagent.get(url).set(name, value)`."""
        for thing in self.evaluator.things(call, site, frame):
            signature = self.library.requests.get(thing.type) if isinstance(thing, Object) else None
            if signature is not None and isinstance(thing, Object):
                whole = signature.complete or last_name(call.function) in self.library.sends
                sent = Sent(complete=thing.complete and whole, method=signature.method)
                self._from_made(sent, thing, signature)
                self._later(sent, call, signature, site, frame)
                return self.assembled(sent, call, site.scope.context)
        return None

    def _verb(self, callee: Foreign) -> Signature | None:
        if callee.owner is None:
            return None
        last = callee.name.rpartition(".")[2]
        client = self.library.clients.get(callee.owner.type)
        if client is None and not callee.owner.type.rpartition(".")[2].endswith(("Session", "Client", "session", "client")):
            return None
        verb = self.library.dialects.get(callee.owner.type, self.library.verbs).get(last)
        if verb is not None and client is not None and client.scheme and last == "request" and "method" in verb.positional:
            # `http.client`: connection.request(method, path, body, headers)
            return replace(verb, positional=("method", "url", "data", "headers"))
        return replace(verb, complete=verb.complete and client is not None and client.complete) if verb is not None else None

    def _is_setting(self, name: str) -> bool:
        return (
            name in {"setopt", "curl_setopt"}
            or (name in self.library.methods and name not in self.library.verbs)
            or name in self.library.tests
        )

    def _guessed(self, call: syntax.Call, name: str, site: Site, frame: Frame | None = None) -> Request | None:
        """Read a call that nothing is known of: it is a request if it looks like one."""
        named = {argument.name for argument in call.arguments if argument.name is not None}
        roles = {self.library.keywords.get(each or "") for each in named} | self._option_roles(call, site, frame)
        signature = self.library.verbs.get(name)
        first = next((argument.value for argument in call.arguments if argument.name is None and not argument.spread), None)
        if signature is None:
            if "headers" not in roles or ("url" not in roles and not self._has_url(call, site, frame)):
                return None
            # A framework hands its own `fetch` to the functions that it calls: `load({ fetch })`, `event.fetch(url, options)`.
            handed = self.library.requests.get(last_name(call.function), Signature(("url",)))
            return self._request(call, call.arguments, replace(handed, complete=False), None, site, frame)
        if first is not None or "url" in roles:
            looks = bool(roles & _REQUEST_ROLES) or self._has_url(call, site, frame) or self._blocks_url(call)
            if looks:
                return self._request(call, call.arguments, replace(signature, complete=False), self._client(call, site, frame), site, frame)
        return None

    def _blocks_url(self, call: syntax.Call) -> bool:
        """Tell whether the block behind a call says where it goes: `client.get { url { host = ... } }`."""
        blocks = [each.value for each in call.arguments if isinstance(each.value, syntax.Lambda)] if self.library.blocks else []
        values = [each.value for block in blocks for each in block.body if isinstance(each, syntax.Evaluate | syntax.Return)]
        return any(isinstance(each, syntax.Call) and self.library.blocks.get(last_name(each.function)) == "url" for each in values)

    def _option_roles(self, call: syntax.Call, site: Site, frame: Frame | None) -> set[str | None]:
        """Give the roles of what stands in a map of options, where the language has those instead of named arguments."""
        if not (self.library.attributes or self.library.optioned):
            return set()
        maps = [thing for each in call.arguments for thing in self.evaluator.things(each.value, site, frame) if isinstance(thing, Mapping)]
        return {self.library.keywords.get(item.key.text or "") for each in maps for item in each.items}

    def _client(self, call: syntax.Call, site: Site, frame: Frame | None = None) -> Object | None:
        """Give what is known of an object whose making is not seen: headers that were put on it here."""
        if not isinstance(call.function, syntax.Attribute):
            return None
        headers = self.evaluator.things(syntax.Attribute(call.span, call.function.owner, "headers"), site, frame)
        known = tuple(thing for thing in headers if isinstance(thing, Mapping))
        return Object("", call.span, attributes={"headers": known}, complete=False) if known else None

    def _has_url(self, call: syntax.Call, site: Site, frame: Frame | None = None) -> bool:
        for argument in call.arguments[:3]:
            if not argument.spread and (argument.name is None or self.library.keywords.get(argument.name) == "url"):
                if self.library.built and any(self._is_request(thing) for thing in self.evaluator.things(argument.value, site, frame)):
                    return True
                for value in self.evaluator.values(argument.value, site, frame):
                    if re.match(r"(?i)(?:https?|wss?)://|/\w", value.shape) or "://" in value.shape:
                        return True
        return False

    def _is_request(self, thing: Thing) -> bool:
        signature = self.library.clients.get(thing.type) if isinstance(thing, Object) else None
        return signature is not None and "url" in signature.positional

    # What is sent ------------------------------------------------------------------------------------------------------

    def _request(
        self,
        call: syntax.Call,
        arguments: tuple[syntax.Argument, ...],
        signature: Signature,
        client: Object | None,
        site: Site,
        frame: Frame | None = None,
    ) -> Request:
        sent = Sent(complete=signature.complete and not (self._hooked and signature.hooked), method=signature.method, usual=signature.usual)
        if signature.scheme:
            sent.scheme = Text(f"{signature.scheme}://", call.span, verbatim=False)
        if client is not None:
            self._from_client(sent, client)
            if self.library.built and self._is_request(client):
                sent.built = client.span
        sent.optioned = False  # the client's options say nothing of the call's
        self._from_arguments(sent, arguments, signature.positional, site, frame)
        self._from_objects(sent)
        self._later(sent, call, signature, site, frame)
        self._from_block(sent, call, site, frame)
        return self.assembled(sent, call, site.scope.context)

    def _from_block(self, sent: Sent, call: syntax.Call, site: Site, frame: Frame | None) -> None:
        """Take what the function behind a call puts on the request: `get(path) { |request| request.headers[...] = ... }`."""
        for block in (each.value for each in call.arguments if each.name == syntax.BLOCK):
            for thing in self.evaluator.things(block, site, frame):
                made = self.evaluator.customised(Object("", call.span), thing, frame)
                sent.complete = sent.complete and made.complete
                self._from_made(sent, made, Signature(()))

    @cached_property
    def _hooked(self) -> bool:
        """Whether headers are put on requests somewhere that the calls do not show."""
        hooks = self.library.hooks
        spelled = (call.function for calls in self.index.calls.values() for call, _ in calls) if hooks else ()
        targets = (each.target for each, _ in self.index.statements if hooks and isinstance(each, syntax.Assign))
        return any(name in hooks for node in (*spelled, *targets) for name in names_in(node))

    def _later(self, sent: Sent, call: syntax.Call, signature: Signature, site: Site, frame: Frame | None) -> None:
        """Add the headers that are put on a request's object once it is made."""
        found = self.index.assigned.get(id(call))
        if signature.late and isinstance(call.function, syntax.Attribute):
            found = self.index.path(call.function.owner, site.scope)
        if found is None:
            return
        home, name = found
        for path in (name, f"{name}.headers"):
            if path in home.changes and (put := self.evaluator.put(home, path, site, frame, call.span)).items:
                sent.add("headers", (put,), call.span)

    def assembled(self, sent: Sent, call: syntax.Expression, context: tuple[str, ...]) -> Request:
        """Make a request of what is sent."""
        headers = self._headers(sent)
        authentication, login, authorized = self._authentication(sent)
        return Request(
            span=sent.built or call.span,
            urls=self._urls(sent, call.span),
            method=self._method(sent),
            headers=headers,
            complete=sent.complete,
            query=self._parameters(sent.all("query")),
            fields=self._parameters(sent.all("data", "json")),
            body=body_of(self.evaluator, sent.all("data", "json")),
            cookies=self._parameters(sent.all("cookies")),
            authentication=authentication,
            login=login,
            authorized=authorized,
            unverified=self.certificates.unchecked(sent),
            context=context,
            client=tuple(_owners(call)),
        )

    def from_map(self, node: syntax.Map, site: Site, frame: Frame | None = None) -> Request | None:
        """Give the request that a map of arguments describes: one with a URL and something to send to it."""
        sent = Sent(complete=False)
        for thing in self.evaluator.things(node, site, frame):
            if isinstance(thing, Mapping):
                self._from_map(sent, (thing,))
        sent.complete = False
        if not ({"url", "host"} & sent.roles.keys() and _REQUEST_ROLES & sent.roles.keys()):
            return None
        return self.assembled(sent, node, site.scope.context)

    def from_client(self, client: Object, call: syntax.Expression, context: tuple[str, ...]) -> Request:
        """Give what a client fixes for every request it will send: base URL, headers, switches."""
        sent = Sent(complete=False)
        self._from_client(sent, client)
        sent.complete = False
        signature = self.library.clients.get(client.type)
        single = signature is not None and ("url" in signature.positional or signature.late)
        made = "object" if single else "client"
        return replace(self.assembled(sent, call, context), made=made)

    def _from_client(self, sent: Sent, client: Object) -> None:
        signature = self.library.clients.get(client.type, Signature((), complete=False))
        sent.complete = sent.complete and client.complete and signature.complete and not _ADDING_HEADERS & client.attributes.keys()
        if signature.hooked and self._hooked:
            sent.complete = False
        if self.library.built and self._is_wrapped(client):
            sent.complete = False
        if signature.scheme:
            sent.scheme = Text(f"{signature.scheme}://", client.span, verbatim=False)
        self._from_made(sent, client, signature)

    def _is_wrapped(self, client: Object) -> bool:
        """Tell whether a client sends through something that can add headers: a transport that is not the library's own."""
        signature = self.library.clients.get(client.type, Signature(()))
        given = (things for role, things in zip(signature.positional, client.positional, strict=False) if role == "tls")
        named = (things for name, things in client.attributes.items() if self.library.keywords.get(name) == "tls")
        transports = itertools.chain(given, named)
        known = (isinstance(each, Object) and each.type in self.library.clients for things in transports for each in things)
        return not all(known)

    def _from_made(self, sent: Sent, made: Object, signature: Signature) -> None:
        """Take what an object was given when it was made, and what was put on it later."""
        for role, things in zip(signature.positional, made.positional, strict=False):
            self._give(sent, role, things, things[0].span)
        for things in made.positional if self.library.blocks else ():
            for thing in things:
                self._from_lambda(sent, thing)
        rest = signature.positional[len(made.positional) :]
        if self.library.bare and rest[:1] == ("headers",):
            # A map without braces: `Net::HTTP::Get.new(url, "Accept" => "application/json")`.
            named = ((name, things) for name, things in made.attributes.items() if self._is_header(name) and things)
            items = tuple(Item(as_key(name, things[0].span), things, things[0].span) for name, things in named)
            if items:
                sent.add("headers", (Mapping(items, complete=True, span=made.span),), made.span)
        for keyword, things in made.attributes.items():
            known = keyword[1:] if keyword.startswith("@") else self.library.keywords.get(keyword)
            if known is not None:
                self._give(sent, known, things, things[0].span if things else made.span)

    def _is_header(self, name: str) -> bool:
        return not name.startswith("@") and name != syntax.BLOCK and name not in self.library.keywords

    def _give(self, sent: Sent, role: str, things: Things, span: Span) -> None:
        """Note what is given for a role; a map of options is taken apart, also where it stands for the URL or the body."""
        maps = [
            each for thing in things if (each := thing if isinstance(thing, Mapping) else _as_options(thing) if role == "options" else None)
        ]
        if (
            role == "options"
            or (role == "url" and maps)
            or (role == "headers" and any(isinstance(held, Mapping) for each in maps for held in each.get("headers")))
            or (role == "data" and self.library.attributes and any(each.get("headers") for each in maps))
        ):
            # What is no map behind one is a callback; in its place it can be one, or nothing.
            if maps or not (sent.optioned or all(isinstance(thing, Local | Scalar) for thing in things)):
                self._from_map(sent, things)
            sent.optioned = sent.optioned or bool(maps)
        elif role == "context":
            self._from_context(sent, things)
        elif role == "entity":
            self._from_entity(sent, things)
        else:
            sent.add(role, things, span)

    def _from_lambda(self, sent: Sent, thing: Thing, frame: Frame | None = None) -> None:
        """Take what the calls in a block behind a call add: `client.get(url) { bearerAuth(token) }`."""
        node = thing.scope.node if isinstance(thing, Local) else None
        if not isinstance(thing, Local) or not isinstance(node, syntax.Lambda):
            return
        site = Site(thing.scope, thing.scope.block, node.span.end)
        for statement in node.body:
            value = statement.value if isinstance(statement, syntax.Evaluate | syntax.Return | syntax.Assign) else None
            # The last of a block, which is what it gives, is an expression.
            assigned = value if isinstance(value, syntax.Assigned) else statement if isinstance(statement, syntax.Assign) else None
            if assigned is not None:
                role = self.library.keywords.get(last_name(assigned.target))
                if role is not None:
                    self._give(sent, role, self.evaluator.things(assigned.value, site, frame), assigned.value.span)
            elif isinstance(value, syntax.Call):
                self._from_block_call(sent, value, site, frame)
            else:
                sent.complete = False

    def _from_block_call(self, sent: Sent, call: syntax.Call, site: Site, frame: Frame | None) -> None:
        role = self.library.blocks.get(last_name(call.function))
        inner = [each for argument in call.arguments for each in self.evaluator.things(argument.value, site, frame)]
        inner = [each for each in inner if isinstance(each, Local)]
        if role is None:
            sent.complete = False
            return
        for each in inner:
            self._from_lambda(sent, each, frame)
        if role == "hidden" or (role == "install" and any(_ADDING.search(last_name(each.value)) for each in call.arguments)):
            sent.complete = False
        elif role not in {"", "install"} and not inner:
            made = self.evaluator.chained_role(role, Object("", call.span), call, site, frame)
            self._from_made(sent, made, Signature(()))

    def _from_entity(self, sent: Sent, things: Things) -> None:
        """Take what an object that holds body and headers was made of: the last of its maps is the headers."""
        entities = [thing for thing in things if isinstance(thing, Object) and thing.own is None and thing.positional]
        if entities:
            sent.add("headers", entities[0].positional[-1], entities[0].span)
            if len(entities[0].positional) > 1:
                sent.add("data", entities[0].positional[0], entities[0].span)
        elif not all(isinstance(thing, Scalar) for thing in things):
            sent.complete = False
            sent.add("data", things, things[0].span)

    def _from_arguments(
        self, sent: Sent, arguments: tuple[syntax.Argument, ...], positional: tuple[str, ...], site: Site, frame: Frame | None = None
    ) -> None:
        roles = list(positional)
        rest = self._rest(arguments, roles, site, frame)
        for argument in arguments:
            things = self.evaluator.things(argument.value, site, frame)
            if argument.name is not None and argument.name in rest:
                continue
            if argument.name is not None:
                role = self.library.keywords.get(argument.name)
                if role == "options":
                    self._give(sent, role, things, argument.value.span)
                elif role is not None:
                    sent.add(role, things, argument.value.span)
            elif argument.spread == "map":
                self._from_map(sent, things)
            elif argument.spread:
                sent.complete, sent.partial = False, True
                roles = []
            elif self.library.blocks and isinstance(argument.value, syntax.Lambda):
                for thing in things:
                    self._from_lambda(sent, thing, frame)
            elif roles:
                role = roles.pop(0)
                if role == "url" and self.library.query:
                    self._from_url(sent, argument.value, site, frame)
                self._give(sent, role, things, argument.value.span)

        if rest and roles:
            span = arguments[0].value.span
            items = tuple(Item(as_key(name.replace("_", "-"), where), things, where) for name, (things, where) in rest.items())
            sent.add(roles[0], (Mapping(items, complete=True, span=span),), span)

    def _rest(
        self, arguments: tuple[syntax.Argument, ...], roles: list[str], site: Site, frame: Frame | None
    ) -> dict[str, tuple[Things, Span]]:
        """Give the named arguments that are a map without braces, where the call takes one behind its last argument."""
        taken = sum(1 for each in arguments if each.name is None and not each.spread)
        role = roles[taken] if self.library.bare and taken < len(roles) else ""
        if role not in {"headers", "query", "data"}:
            return {}
        named = {each.name: each.value for each in arguments if each.name is not None and each.name != syntax.BLOCK}
        known = {"verify", "query", "auth", "tls", "insecure", "headers"} if role == "headers" else set()
        kept = {name: value for name, value in named.items() if self.library.keywords.get(name) not in known}
        return {name: (self.evaluator.things(value, site, frame), value.span) for name, value in kept.items()}

    def _from_url(self, sent: Sent, node: syntax.Expression, site: Site, frame: Frame | None, depth: int = _BUILT_BY) -> None:
        """Take the query that is put on a URL where that is an object: `url.searchParams.set(name, value)`."""
        while isinstance(node, syntax.Attribute | syntax.Call) and last_name(node) in {"href", "toString"}:
            node = node.function if isinstance(node, syntax.Call) else node.owner
        found = self.index.path(syntax.Attribute(node.span, node, self.library.query), site.scope)
        if found is not None and found[1] in found[0].changes:
            sent.add("query", (self.evaluator.put(*found, site, frame, node.span),), node.span)
            return
        # A function of this file puts it on: `fetch(overviewUrl(day))`.
        made = self.index.path(node, site.scope)
        bound = made[0].binds.get(made[1], ())[-1:] if made is not None else ()
        calls = [node] if isinstance(node, syntax.Call) else [each.value for each in bound if isinstance(each.value, syntax.Call)]
        called = [thing for call in calls[:depth] for thing in self.evaluator.things(call.function, site, frame)]
        for function in (thing for thing in called if isinstance(thing, Local)):
            for value, block in function.scope.returns[:MOST]:
                self._from_url(sent, value, Site(function.scope, block, value.span.end), frame, depth - 1)

    def _from_map(self, sent: Sent, things: Things) -> None:
        known = next((each for thing in things if (each := _as_options(thing)) is not None), None)
        sent.complete = sent.complete and known is not None and known.complete
        sent.partial = sent.partial or known is None or not known.complete
        for item in known.items if known is not None else ():
            sent.complete = sent.complete and item.key.text not in self.library.hooks
            role = self.library.keywords.get(item.key.text or "")
            if role is not None:
                sent.add(role, item.things, item.span)

    def _from_context(self, sent: Sent, things: Things) -> None:
        """Take maps of options that stand in a map by protocol: `stream_context_create(["http" => [...], "ssl" => [...]])`."""
        held = [each for thing in things for each in (thing.positional[0] if isinstance(thing, Object) and thing.positional else (thing,))]
        maps = [each for each in held if isinstance(each, Mapping)]
        nothing = all(isinstance(thing, Scalar) for thing in things)
        sent.complete = sent.complete and (nothing or (bool(maps) and all(each.complete for each in maps)))
        for item in (item for each in maps for item in each.items):
            self._from_map(sent, item.things)

    def _from_objects(self, sent: Sent) -> None:
        """Unpack request objects: `urlopen(Request(url, headers=...))`, `session.send(request.prepare())`."""
        for things, _ in sent.all("url"):
            for thing in things:
                if (
                    isinstance(thing, Object)
                    and (signature := self.library.clients.get(thing.type)) is not None
                    and "url" in signature.positional
                ):
                    self._from_client(sent, thing)
                    sent.built = thing.span if self.library.built else None

    def _method(self, sent: Sent) -> str:
        for things, span in reversed(sent.all("method")):
            for thing in things:
                text = as_value(thing, span).text
                if text:
                    return text.upper()
        return sent.method or ("" if sent.partial or sent.all("method") else sent.usual)

    def _urls(self, sent: Sent, span: Span) -> tuple[Value, ...]:
        found: list[Value] = []
        bases = [value for things, _ in sent.all("base") for value in self.evaluator.strings(things, span)]
        scheme = self._scheme(sent)
        if scheme is not None:
            # A client completes a base that begins with a host.
            bases = [_completed(value, scheme.text, span) for value in bases]
        for things, _ in sent.all("host"):
            for value in self.evaluator.strings(things, span):
                whole = "://" in value.shape or scheme is None
                bases.append(value if whole else Value((scheme, *value.parts), span))  # type: ignore[arg-type]  # `scheme` is set where `whole` is false
        for things, where in sent.all("url"):
            strings = [as_value(thing, where) for thing in things if not (isinstance(thing, Object) and thing.type in self.library.clients)]
            absolute = [value for value in strings if "://" in value.shape]
            relative = [value for value in strings if "://" not in value.shape]
            found = [*absolute, *(self._under(bases, relative, span) if bases else relative)]
            if found:
                bases = found
        result = found or bases
        for things, _ in sent.all("path"):
            result = self._under(result, list(self.evaluator.strings(things, span)), span)
        return tuple(dict.fromkeys(result))

    def _scheme(self, sent: Sent) -> Text | None:
        """Give the scheme, from the option that says it (`protocol: "http:"`) or from what the call stands for."""
        for things, span in sent.all("scheme"):
            for thing in things:
                text = as_value(thing, span).text
                if text and re.fullmatch(r"[a-z]+:?(?://)?", text):
                    return Text(f"{text.rstrip(':/')}://", span, verbatim=False)
        return sent.scheme

    def _under(self, bases: list[Value], paths: list[Value], span: Span) -> list[Value]:
        joined = self.evaluator.join_paths(tuple(bases), tuple(paths), span)
        return [thing for thing in joined if isinstance(thing, Value)]

    def _headers(self, sent: Sent) -> tuple[Header, ...]:
        merged: list[Header] = []
        for things, _ in sent.all("headers"):
            maps = [each for thing in things if (each := self._as_headers(thing)) is not None]
            nothing = all(isinstance(thing, Scalar) and thing.value is None for thing in things)
            sent.complete = sent.complete and (nothing or (len(maps) == len(things) and all(each.complete for each in maps)))
            own = [self.header(item) for each in maps for item in each.items]
            names = {header.name.shape.lower() for header in own}
            merged = [header for header in merged if header.name.shape.lower() not in names] + own
        merged += [self.header(self.evaluator.bearer(things, span, None)) for things, span in sent.all("bearer")]
        return tuple(merged)

    def _as_headers(self, thing: Thing) -> Mapping | None:
        if isinstance(thing, Mapping):
            # Some clients take headers by method: `headers: { common: { ... } }`.
            inner = [each for item in thing.items for each in item.things if isinstance(each, Mapping)]
            return replace(thing, items=(*thing.items, *(item for each in inner for item in each.items))) if inner else thing
        if isinstance(thing, Sequence):
            return header_lines(thing)
        if isinstance(thing, Value) and ":" in thing.shape:
            return header_text(thing)
        return None

    def header(self, item: Item) -> Header:
        """Give the header that an entry of a map is."""
        return Header(item.key, self.evaluator.strings(single(item.things), item.span), item.span, item.context)

    def _authentication(self, sent: Sent) -> tuple[Span | None, tuple[Value, ...], bool]:
        for things, span in sent.all("password"):  # a login whose halves are named apart
            names = [value for held, where in sent.all("user") for value in self.evaluator.strings(held, where)]
            return span, (*names, *self.evaluator.strings(things, span)), False
        for things, span in reversed(sent.all("auth")):
            for thing in things:
                match thing:
                    case Sequence(items=((Value(text="bearer"), *_), _)):  # `auth: {:bearer, token}`
                        return None, (), True
                    case Sequence(items=items) if len(items) == 2:  # noqa: PLR2004 - user and password
                        return thing.span, tuple(value for item in items for value in self.evaluator.strings(item, span)), False
                    case Mapping() if user := (thing.get("username") or thing.get("user")):
                        secret = thing.get("password") or thing.get("pass")
                        return span, tuple(value for item in (user, secret) for value in self.evaluator.strings(item, span)), False
                    case Object(type="BasicAuth"):
                        return thing.span, tuple(value for item in thing.positional for value in self.evaluator.strings(item, span)), False
                    case Value() if (colon := thing.shape.find(":")) > 0:
                        return span, (thing.cut(0, colon), thing.cut(colon + 1)), False
                    case Scalar(value=None):
                        continue
                    case _:
                        return None, (), True
        return None, (), False

    def _parameters(self, sent: list[tuple[Things, Span]]) -> tuple[Parameter, ...]:
        found: list[Parameter] = []
        for things, _ in sent:
            for thing in things:
                if isinstance(thing, Mapping):
                    found += [Parameter(item.key, self.evaluator.strings(item.things, item.span), item.span) for item in thing.items]
                elif isinstance(thing, Object) and (held := self.evaluator.record(thing)):
                    found += [
                        Parameter(as_key(name, thing.span), self.evaluator.strings(each, thing.span), thing.span)
                        for name, each in held.items()
                    ]
                elif isinstance(thing, Value) and self.library.built:
                    found += _query_parameters(thing)
                elif isinstance(thing, Sequence):
                    for pair in thing.items:
                        for each in pair:
                            if isinstance(each, Sequence) and len(each.items) == 2:  # noqa: PLR2004 - name and value
                                key, value = each.items
                                span = value[0].span
                                found.append(Parameter(as_value(key[0], key[0].span), self.evaluator.strings(value, span), span))
        return tuple(found)


def _query_parameters(query: Value) -> Iterator[Parameter]:
    """Take a query that is spelled as one text apart."""
    at = 0
    for piece in query.shape.split("&"):
        name, equals, _ = piece.partition("=")
        if equals:
            value = query.cut(at + len(name) + 1, at + len(piece))
            yield Parameter(query.cut(at, at + len(name)), (value,), value.parts[0].span if value.parts else query.span)
        at += len(piece) + 1


def _is_chain(call: syntax.Call) -> bool:
    return isinstance(call.function, syntax.Attribute) and isinstance(call.function.owner, syntax.Call)


def _completed(base: Value, scheme: str, span: Span) -> Value:
    """Put a scheme before a base that begins with a host; there it is missing."""
    if not base.texts or not re.match(r"[\w-]+(?:\.[\w-]+)+(?:[:/]|$)", base.shape):
        return base
    return Value((Text(scheme, base.texts[0].span, verbatim=False), *base.parts), span)


def _as_options(thing: Thing) -> Mapping | None:
    """Read options as a map: one, or an object that is made of them by name, `&grequests.RequestOptions{Headers: headers}`."""
    if isinstance(thing, Object) and thing.own is None and thing.attributes and not thing.positional:
        items = (Item(as_key(name, thing.span), things, things[0].span) for name, things in thing.attributes.items() if things)
        return Mapping(tuple(items), complete=thing.complete, span=thing.span)
    return thing if isinstance(thing, Mapping) else None


def _owners(call: syntax.Expression) -> list[str]:
    """Give how code calls what a call, or a chain of calls, is made on, outermost name first."""
    names: list[str] = []
    node = call
    while isinstance(node, syntax.Attribute | syntax.Call):
        if isinstance(node, syntax.Call):
            node = node.function.owner if isinstance(node.function, syntax.Attribute) else syntax.Opaque(node.span)
        else:
            names.append(node.name)
            node = node.owner
    return [*([node.id] if isinstance(node, syntax.Name) else ()), *reversed(names)]
