"""Walks a program once and says what it finds as facts: strings, bindings, requests, headers, outputs, signings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import COMPARED_HOST, Binding, Facts, Header, Kind, Parameter, Request, Signing, String, Unverified, Use, Value
from sealguard.flow.domain import MOST, Object, Scalar, unknown
from sealguard.flow.exposure import Exposure
from sealguard.flow.grants import Grants
from sealguard.flow.handles import Handles
from sealguard.flow.header_lines import single
from sealguard.flow.library import Effect
from sealguard.flow.outputs import Outputs
from sealguard.flow.refusals import refusing_spans
from sealguard.flow.repeats import follow_failures
from sealguard.flow.requests import Requests
from sealguard.flow.scopes import Scope, Site, last_name, names_in
from sealguard.model import APART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.model import Span

_HEADER: Final = re.compile(
    r"(?i)^(?:authori[sz]ation|authentication|accept(?:-\w+)*|content-\w+|user-agent|cookie|x-[\w-]+|api-key)\s*:?$"
)
"""What makes a map look like one of headers, in any API."""
_HEADER_LINE: Final = re.compile(r"(?i)^(?:(?:authori[sz]ation|authentication|x-[a-z-]+|api-key)\s?|auth|bearer|cookie):(?!//)")
_SCHEMES: Final = frozenset({"auth", "bearer", "cookie"})
_PLACEHOLDER: Final = re.compile(r"\{\w*\}|%[sdvq@]")
_NAMING: Final = ("name", "key", "secretname", "variablename", "parametername", "env", "envvar", "names")
_CONTENTS: Final = ("value", "plaintextvalue", "stringvalue", "secretstring", "secretdata", "default", "defaultvalue")
"""What maps and arguments call a name and its value that stand side by side, folded."""
_NAMED: Final = re.compile(r"[A-Za-z_/][\w./-]{1,100}")
_AUTHORIZATION: Final = re.compile(r"(?i)(?:proxy_?)?authori[sz]ation$")
_SWITCHES: Final = frozenset({"check_hostname", "verify_mode", "verify"})
_HEADERS_NAME: Final = re.compile(r"(?i)header")
_HOSTS: Final = frozenset({"host", "hostname", "Host", "Hostname", "getHost", "netloc", "authority", "Authority", "getAuthority"})
"""What the part of a URL is called that says whom a request goes to."""
_ENVIRONMENTS: Final = frozenset({"setenv", "putenv", "set_env", "SetEnvironmentVariable", "set_var", "put_env"})


class Emitter:
    """One walk over one program."""

    def __init__(self, evaluator: Evaluator, facts: Facts) -> None:
        """Prepare to add to `facts` what the program of `evaluator` says."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.library = evaluator.library
        self.facts = facts
        self.requests = Requests(evaluator)
        self.certificates = self.requests.certificates
        self.handles = Handles(evaluator, self.requests)
        self.exposure = Exposure(evaluator, facts)
        self.grants = Grants(evaluator, facts)
        self.outputs = Outputs(self.requests, self.exposure, facts)
        self._headers: dict[tuple[str, int, int], Header] = {}
        self._tests = refusing_spans(self.index, self.library)
        self._hooks = self._hooking_spans()
        self._switched: set[int] = set()
        self._filling: set[int] = set()
        """The maps met so far that fill templates: what they hold goes by the templates' names, and is no header."""
        self._objects: set[tuple[Scope, str] | None] = set()
        self._sent: list[tuple[syntax.Call, Site, Request]] = []
        """The calls met that send a request, with what they send the first time."""

    def emit(self) -> None:
        """Say everything."""
        for statement, site in self.index.statements:
            use = Use.TEST if isinstance(statement, syntax.Assert) else Use.VALUE
            context = site.scope.context
            if isinstance(statement, syntax.Assign):
                self._assign(statement, site)
                context = (*context, *self._path_of(statement.target))
            self.outputs.statement(statement, site)
            for expression in syntax.expressions(statement):
                self._expression(expression, site, context, use)
            if isinstance(statement, syntax.Return):
                self.exposure.returned(statement, site)
            if isinstance(statement, syntax.Function):
                self.exposure.function(statement)
                self._declared_call(statement, site)
                self._checks_nothing(statement, site)
                self._defaults(statement.parameters, (*context, statement.name), site)
        self._contexts()
        self.facts.headers.extend(filter(None, map(_own, self._headers.values())))
        follow_failures(self.evaluator, self._sent, self.facts)

    # Expressions -------------------------------------------------------------------------------------------------------

    def _expression(self, node: syntax.Expression, site: Site, context: tuple[str, ...], use: Use) -> None:
        match node:
            case syntax.Str() | syntax.Join() | syntax.Format():
                self._string(node, site, context, use)
            case syntax.Call():
                self._call(node, site, context)
                if self._is_text(node, site):
                    self._string(node, site, context, use)
                if _name_of(node) in self.library.tests and isinstance(node.function, syntax.Attribute):
                    self._asked_host((node.function.owner, *(each.value for each in node.arguments)), site, context)
            case syntax.Map():
                self._map(node, site, context, use)
                return
            case syntax.Seq(items=[syntax.Str(text=text) as key, value]) if _HEADER.match(text):
                self._free_header(key, value, site, context)
            case syntax.Choice():
                self._fallback(node, site, context)
            case syntax.Lambda():
                self._defaults(node.parameters, context, site)
            case syntax.Assigned() if isinstance(node.target, syntax.Name):
                self._bindings((*context, node.target.id), node.value, site, node)
            case syntax.Assigned():
                self._assign(syntax.Assign(node.span, node.target, node.value, declares=node.declares), site)
            case syntax.Slice() | syntax.Operation(operator="/"):
                self._string(node, site, context, use)
            case syntax.Operation(operator="==" | "!=" | "===" | "!==", operands=operands):
                self._asked_host(operands, site, context)
        inner = self._inner_use(node, use)
        self._filling |= {id(held) for held in _filling(node)}
        for child in syntax.children(node):
            if isinstance(child, syntax.Str) and isinstance(node, syntax.Join | syntax.Format):
                continue  # it is a piece of the string that was just said
            called = (last_name(node.function),) if isinstance(node, syntax.Call) and isinstance(child, syntax.Map) else ()
            self._expression(child, site, (*context, *filter(None, called)), inner)

    def _fallback(self, node: syntax.Choice, site: Site, context: tuple[str, ...]) -> None:
        """What holds where the environment has no variable of a name: it is that name's value."""
        names = [
            hole.names[0]
            for option in node.options[:-1]
            for value in self.evaluator.values(option, site)
            for hole in value.holes
            if hole.kind is Kind.ENVIRONMENT and hole.names and len(value.parts) == 1
        ]
        if names and node.test is None:
            self._bindings((*context, names[0]), node.options[-1], site, node.options[-1])

    def _asked_host(self, compared: Iterable[syntax.Expression], site: Site, context: tuple[str, ...]) -> None:
        """Say what a request's host is compared with: what follows is about that host, though no call here names it."""
        compared = tuple(compared)
        if any(last_name(each) in _HOSTS for each in compared):
            known = [value for each in compared for value in self.evaluator.values(each, site) if value.text]
            self.facts.strings += [String(value, Use.TEST, (*context, COMPARED_HOST)) for value in known]

    def _inner_use(self, node: syntax.Expression, use: Use) -> Use:
        if isinstance(node, syntax.Operation) and node.operator in {"==", "!=", "in", "not in", "is", "is not", "<", ">"}:
            return Use.TEST
        if isinstance(node, syntax.Call) and _name_of(node) in self.library.tests:
            return Use.TEST
        return use

    def _is_text(self, node: syntax.Call, site: Site) -> bool:
        """Tell whether a call gives text that is known in part, and is not just handed on."""
        name = _name_of(node)
        known = name in self.library.methods or name in self.library.urls
        if not known and self.evaluator.qualified(node.function, site) not in self.library.calls:
            return False
        return any(isinstance(thing, Value) and any(text.text for text in thing.texts) for thing in self.evaluator.things(node, site))

    def _string(self, node: syntax.Expression, site: Site, context: tuple[str, ...], use: Use) -> None:
        if self._refused(site):
            use = Use.TEST
        for value in self.evaluator.values(node, site):
            if any(part.text for part in value.texts):
                self.facts.strings.append(String(value, use, context))
                if use is Use.VALUE and not self.outputs.holds(value.span) and _HEADER_LINE.match(value.shape):
                    self._header_line(value, site)

    def _header_line(self, value: Value, site: Site) -> None:
        """A header spelled in one string: `"Authorization: Bearer ..."`."""
        name = value.shape.index(":")
        if value.text is not None and value.text[:name].strip().lower() in _SCHEMES and _PLACEHOLDER.search(value.text):
            return  # it is the template of a value: `"Bearer: {}".format(token)`
        start = name + 1 + (value.shape[name + 1 : name + 2] == " ")
        # Where a header's name is written with its value, a line break ends the line; others may follow.
        end = re.search(r"\r\n|\Z", value.shape)
        stop = end.start() if end is not None else None
        self._add_header(Header(value.cut(0, name), (value.cut(start, stop),), value.span, site.scope.context), site)

    # Bindings ----------------------------------------------------------------------------------------------------------

    def _path_of(self, target: syntax.Expression) -> tuple[str, ...]:
        """Give the names that a target spells, `self` left out."""
        match target:
            case syntax.Name():
                return (target.id,)
            case syntax.Attribute():
                owner = self._path_of(target.owner)
                return (*(() if owner in {("self",), ("cls",), ("this",)} else owner), target.name)
            case syntax.Index(key=syntax.Str(text=text)):
                return (*self._path_of(target.owner), text)
            case syntax.Call(arguments=()) if self.library.bare:
                return self._path_of(target.function)
        return ()

    def _assign(self, statement: syntax.Assign, site: Site) -> None:
        self.exposure.assign(statement, site)
        for default in _defaults_of(statement.target):
            self._assign(syntax.Assign(default.span, default.target, default.value), site)
            self._expression(default.value, site, site.scope.context, Use.VALUE)
        path = self._path_of(statement.target)
        if not path:
            return
        self._insecure(path[-1], statement.value, site)
        self.grants.assign(statement, site, path)
        if isinstance(statement.target, syntax.Attribute) and statement.target.name in self.library.url_fields:
            self._url_field(statement.target.owner, site, statement)
        if isinstance(statement.target, syntax.Attribute) and self.library.attributes:
            self._set_attribute(statement, statement.target, path, site)
            return
        if isinstance(statement.target, syntax.Index):
            key = self.evaluator.text(statement.target.key, site)
            environment = self.evaluator.qualified(statement.target.owner, site) in self.library.items
            path = (*self._path_of(statement.target.owner), key) if key is not None else path
            if key is not None and (_HEADER.match(key) or _HEADERS_NAME.search(".".join(path[:-1]))):
                self._free_header(statement.target.key, statement.value, site)
            off = self.library.switches.get(path[-1]) if environment else None
            if off is not None and off in {_plain(thing) for thing in self.evaluator.things(statement.value, site)}:
                self.facts.unverified.append(Unverified(statement.span, site.scope.context))
            self._bindings(site.scope.context + path, statement.value, site, statement, environment=environment)
            return
        if (
            path[-1] in {"check_hostname", "verify_mode", "verify"}
            or self.evaluator.qualified(statement.value, site) in self.library.unverified
        ):
            self._switch(statement, site)
        self._bindings(site.scope.context + path, statement.value, site, statement)

    def _url_field(self, owner: syntax.Expression, site: Site, statement: syntax.Assign) -> None:
        """A part that is set on a URL: what that is from here on."""
        behind = Site(site.scope, site.block, statement.span.end)
        urls = [value for value in self.evaluator.values(owner, behind) if "://" in value.shape]
        self.facts.strings += [String(value, Use.VALUE, site.scope.context) for value in urls]

    def _set_attribute(self, statement: syntax.Assign, target: syntax.Attribute, path: tuple[str, ...], site: Site) -> None:
        """An attribute that is set where attributes and a map's items are one."""
        if _AUTHORIZATION.match(target.name) or _HEADERS_NAME.search(".".join(path[:-1])):
            key = syntax.Str(target.span, target.name, target.span, verbatim=False)
            self._free_header(key, statement.value, site)
        environment = self.evaluator.qualified(target.owner, site) in self.library.members
        off = self.library.switches.get(target.name) if environment else None
        if off is not None and off in {_plain(thing) for thing in self.evaluator.things(statement.value, site)}:
            self.facts.unverified.append(Unverified(statement.span, site.scope.context))
        names = path[-1:] if environment else site.scope.context + path
        self._bindings(names, statement.value, site, statement, environment=environment)

    def _switch(self, statement: syntax.Assign, site: Site) -> None:
        """A certificate check that is turned off on an object: said once for the object, on its first switch."""
        owner = self.index.path(statement.target.owner, site.scope) if isinstance(statement.target, syntax.Attribute) else None
        for thing in self.evaluator.things(statement.value, site):
            if self.certificates.unverified(thing, statement.value.span) is not None and owner not in self._objects:
                self._objects.add(owner)
                if not self._switch_of_client(statement, site):
                    self.facts.unverified.append(Unverified(statement.span, site.scope.context))

    def _switch_of_client(self, statement: syntax.Assign, site: Site) -> bool:
        """Say a switch as a request of its client, where it can be seen what that is a client of."""
        if not isinstance(statement.target, syntax.Attribute):
            return False
        for thing in self.evaluator.things(statement.target.owner, site):
            if isinstance(thing, Object) and thing.type in self.library.clients:
                made = self.requests.from_client(thing, syntax.Opaque(statement.span), site.scope.context)
                if any("." in text.text for url in made.urls for text in url.texts):
                    self._add_request(replace(made, unverified=statement.value.span), site)
                    return True
        return False

    def _bindings(
        self, path: tuple[str, ...], value: syntax.Expression, site: Site, node: syntax.Node, *, environment: bool = False
    ) -> None:
        for each in self.evaluator.values(value, site):
            if any(part.text for part in each.texts):
                self.facts.bindings.append(Binding(path, each, node.span, environment))

    def _defaults(self, parameters: Iterable[syntax.Parameter], context: tuple[str, ...], site: Site) -> None:
        for parameter in parameters:
            if parameter.default is not None:
                for value in self.evaluator.values(parameter.default, site):
                    if value.texts:
                        self.facts.bindings.append(Binding((*context, parameter.name), value, parameter.span))

    def _map(self, node: syntax.Map, site: Site, context: tuple[str, ...], use: Use) -> None:
        keys = [self.evaluator.text(entry.key, site) if entry.key is not None else None for entry in node.entries]
        headers = any(key is not None and _HEADER.match(key) for key in keys) or bool(context and _HEADERS_NAME.search(context[-1]))
        headers = headers and id(node) not in self._filling
        if not headers and id(node) not in self._switched and (request := self.requests.from_map(node, site)) is not None:
            self._add_request(request, site)
        self.exposure.map(node, keys, context, site)
        self.grants.map(node, keys, site, context)
        self._told({key: entry.value for entry, key in zip(node.entries, keys, strict=True) if key is not None}, site, context)
        for entry, key in zip(node.entries, keys, strict=True):
            if entry.key is None or key is None:
                self._expression(entry.value, site, context, use)
                continue
            if key in self.library.hooks:
                self._hooks.append((entry.value.span.start, entry.value.span.end))
            if headers:
                self._free_header(entry.key, entry.value, site, context)
            self._bindings((*context, key), entry.value, site, entry.value)
            if not isinstance(entry.key, syntax.Str):
                self._expression(entry.key, site, context, use)
            self._expression(entry.value, site, (*context, key), use)

    def _told(self, held: dict[str, syntax.Expression], site: Site, context: tuple[str, ...]) -> None:
        """A name and its value that stand side by side: `{ name: "TOKEN", value: "..." }`."""
        folded = {re.sub("[_-]", "", key).lower(): value for key, value in held.items()}
        name = next((folded[key] for key in _NAMING if key in folded), None)
        value = next((folded[key] for key in _CONTENTS if key in folded), None)
        told = (self.evaluator.text(name, site) or "").lstrip("-") if name is not None and value is not None else None
        if name is None or value is None or told is None or not _NAMED.fullmatch(told):
            return
        if _HEADER.match(told):
            self._free_header(name, value, site, context)
        self._bindings((*context, told), value, site, value)

    # Headers -----------------------------------------------------------------------------------------------------------

    def _free_header(self, key: syntax.Expression, value: syntax.Expression, site: Site, context: tuple[str, ...] = ()) -> None:
        name = self.evaluator.values(key, site)[0]
        if name.text is not None and value.span not in self.exposure.answered:
            values = self.evaluator.strings(single(self.evaluator.things(value, site)), value.span)
            self._add_header(Header(name, values, value.span, context or site.scope.context), site)

    def _add_header(self, header: Header, site: Site, request: Request | None = None) -> None:
        if self._refused(site):
            return
        key = (header.name.shape.lower(), header.span.start, header.span.end)
        known = self._headers.get(key)
        if known is None:
            hooked = any(start <= header.span.start < end for start, end in self._hooks)
            self._headers[key] = replace(header, default=hooked, requests=() if request is None else (request,))
        elif request is not None:
            # What a request is seen to send tells more than what the map's expression can be.
            values = (*known.values, *header.values) if known.requests else header.values
            self._headers[key] = replace(known, values=tuple(dict.fromkeys(values))[:MOST], requests=(*known.requests, request))

    # Calls -------------------------------------------------------------------------------------------------------------

    def _call(self, node: syntax.Call, site: Site, context: tuple[str, ...]) -> None:
        name = _name_of(node)
        qualified = self.evaluator.qualified(node.function, site) or ""
        for argument in node.arguments:
            if argument.name is not None:
                self._bindings((*context, *((name,) if name else ()), argument.name), argument.value, site, argument.value)
                self._insecure(argument.name, argument.value, site)
        self.exposure.call(node, site)
        self.grants.call(node, site, context)
        self._told({argument.name: argument.value for argument in node.arguments if argument.name is not None}, site, context)
        self._pair(node, name, site, context)
        self._fields(node, name, site, context)
        for role, argument in zip(self.library.chained.get(name, "").split(","), node.arguments, strict=False):
            if role == "trust":
                self._trusted(self.evaluator.things(argument.value, site), argument.value.span, site, asked=True)
        if (pair := self.index.authorized.get(id(node))) is not None:
            self._free_header(*pair, site, context)
        self._header_call(node, qualified, site)
        if self.library.calls.get(qualified) is Effect.PLACEHOLDER:
            self._placeholder(node, site, context)
        self.outputs.call(node, name, qualified, site)
        if qualified in self.library.signings:
            self._signing(node, self.library.signings[qualified], site)
        if name == "setopt" and (handled := self.handles.of_object(node, site)) is not None:
            self._add_request(handled, site)
        if qualified in self.library.handles:
            for request in self.handles.of(node, qualified, site):
                self._add_request(request, site)
                self._sent.append((node, site, request))
            return
        if self._requested(node, site):
            return
        if qualified in self.library.unverified or self._accepts(qualified, node, site):
            self.facts.unverified.append(Unverified(node.span, site.scope.context))
        else:
            self._client(node, site)

    def _placeholder(self, node: syntax.Call, site: Site, context: tuple[str, ...]) -> None:
        """What holds where a setting is not set goes under the setting's name: `${sealmetrics.token:default}`."""
        values = self.evaluator.values(node, site)
        names = [hole.names[0] for value in values for hole in value.holes[:1] if hole.names]
        self.facts.bindings += [Binding((*context, name), value, node.span) for name in names for value in values if value.text]

    def _declared_call(self, function: syntax.Function, site: Site) -> None:
        """A call that is only declared, as an interface's function: what is given for its query goes into the URL."""
        methods = [self.library.declared.get(last_name(each)) for each in function.decorators] if not function.body else []
        method = next((each for each in methods if each is not None), None)
        if method is None:
            return
        query: list[Parameter] = []
        for parameter in function.parameters:
            for each in parameter.decorators:
                named = each.arguments[0].value if isinstance(each, syntax.Call) and each.arguments else None
                if last_name(each) in self.library.query_decorators:
                    name = named or syntax.Str(parameter.span, parameter.name, parameter.span, verbatim=False)
                    value = unknown(parameter.span, parameter.name, kind=Kind.PARAMETER)
                    query.append(Parameter(self.evaluator.values(name, site)[0], (value,), parameter.span))
        self._add_request(Request(function.span, (), method, query=tuple(query), context=(*site.scope.context, function.name)), site)

    def _checks_nothing(self, function: syntax.Function, site: Site) -> None:
        """A function that is asked about certificates or host names, and says yes to all."""
        scope = self.index.by_node(function)
        if scope is not None and self.certificates.accepts(scope):
            self.facts.unverified.append(Unverified(function.span, (*site.scope.context, function.name)))

    def _fields(self, node: syntax.Call, name: str, site: Site, context: tuple[str, ...]) -> None:
        """What an object of a class of this file is given by position goes under the names of its fields or parameters."""
        own = self.index.by_class(name, site.scope) if self.library.typed and isinstance(node.function, syntax.Name) else None
        if own is None:
            return
        constructor = self.index.constructor(own)
        names = [each.name for each in constructor.parameters] if constructor is not None else own.fields
        given = [each.value for each in node.arguments if each.name is None and not each.spread]
        for field, value in zip(names, given, strict=False):
            if isinstance(value, syntax.Str):
                self._bindings((*context, name, field), value, site, value)

    def _header_call(self, node: syntax.Call, qualified: str, site: Site) -> None:
        """A call that makes a map of headers of its arguments: `dict(Authorization=...)`, `Map.of("Authorization", ...)`."""
        if self.library.calls.get(qualified) is Effect.PAIRS and len(node.arguments) % 2 == 0:
            pairs = [(node.arguments[at].value, node.arguments[at + 1].value) for at in range(0, len(node.arguments), 2)]
            for key, value in pairs:
                if self._is_word(key, site) and _HEADER.match(self.evaluator.text(key, site) or ""):
                    self._free_header(key, value, site)
        if self.library.calls.get(qualified) is Effect.MAP and any(
            _HEADER.match((each.name or "").replace("_", "-")) for each in node.arguments
        ):
            for argument in node.arguments:
                if argument.name is not None:
                    key = syntax.Str(argument.value.span, argument.name, argument.value.span, verbatim=False)
                    self._free_header(key, argument.value, site)

    def _insecure(self, name: str, value: syntax.Expression, site: Site) -> None:
        """A switch that is called for what it turns off: `InsecureSkipVerify: true`."""
        role = self.library.keywords.get(name)
        if role not in {"insecure", "trust"}:
            return
        things = self.evaluator.things(value, site)
        self._trusted(things, value.span, site, asked=role == "trust")

    def _trusted(self, things: Things, span: Span, site: Site, *, asked: bool) -> None:
        """Note a switch, or what is `asked` about certificates, that lets all of them pass."""
        trusted = (self.certificates.trusts(thing) for thing in things)
        if asked and (where := next((each for each in trusted if each is not None), None)) is not None:
            if where not in self.certificates.accepting:  # such a function says so itself
                self.facts.unverified.append(Unverified(where if where in span else span, site.scope.context))
        elif not asked and any(isinstance(thing, Scalar) and thing.value is True for thing in things):
            self.facts.unverified.append(Unverified(span, site.scope.context))

    def _accepts(self, name: str, node: syntax.Call, site: Site) -> bool:
        """Tell whether a call accepts a certificate that the function around it does not check."""
        spelled = (name, *(f"{name}({argument.name})" for argument in node.arguments if argument.name))
        checks = next((self.library.accepting[each] for each in spelled if each in self.library.accepting), None)
        if checks is None:
            return False
        around = site.scope.node.span if not isinstance(site.scope.node, syntax.Program) else None
        checked = (call.span for each in checks for call, _ in self.index.calls.get(each, ()))
        return not any(around is None or span in around for span in checked)

    def _requested(self, node: syntax.Call, site: Site) -> bool:
        """Say the requests that a call sends, one for each way in which the function around is called."""
        if id(node) in self._switched or self.requests.of(node, site) is None:
            return False
        # What a chain of calls builds is one request: that of the outermost call.
        inner: syntax.Expression = node.function
        while isinstance(inner, syntax.Attribute) and isinstance(inner.owner, syntax.Attribute | syntax.Call):
            owner = inner.owner
            if isinstance(owner, syntax.Call):
                made = self.evaluator.things(owner, site)
                client = any(isinstance(thing, Object) and thing.type in self.library.clients for thing in made)
                if client or last_name(inner) in self.library.chained or self.library.built:
                    self._switched.add(id(owner))
            inner = owner.function if isinstance(owner, syntax.Call) else owner
        self._switched |= {id(argument.value) for argument in node.arguments if isinstance(argument.value, syntax.Map)}
        sent: Request | None = None
        for frame in self.evaluator.frames(site.scope):
            request = self.requests.of(node, site, frame)
            if request is not None:
                request = replace(request, callers=tuple(_callers(frame)))
                self._add_request(request, site)
                sent = sent or request
        if sent is not None and not self._refused(site):
            self._sent.append((node, site, sent))
        return True

    def _add_request(self, request: Request, site: Site) -> None:
        if self._refused(site):
            return
        self.facts.requests.append(request)
        for header in request.headers:
            self._add_header(header, site, request)

    def _client(self, node: syntax.Call, site: Site) -> None:
        """A client that is made with headers, a base URL or a switch: said as a request of its own, for what it fixes."""
        if id(node) in self._switched or not any(self._fixes(thing, node) for thing in self.evaluator.things(node, site)):
            return
        inner: syntax.Expression = node.function
        while isinstance(inner, syntax.Attribute) and isinstance(inner.owner, syntax.Call) and last_name(inner) in self.library.chained:
            self._switched.add(id(inner.owner))
            inner = inner.owner.function
        for frame in self.evaluator.frames(site.scope):
            for thing in self.evaluator.things(node, site, frame):
                if isinstance(thing, Object) and self._fixes(thing, node):
                    self._add_request(self.requests.from_client(thing, node, site.scope.context), site)

    def _fixes(self, thing: Thing, node: syntax.Call) -> bool:
        """Tell whether a call makes an object that fixes something for the requests it will send."""
        if not isinstance(thing, Object) or thing.own is not None or thing.span != node.span:
            return False
        roles = {self.library.keywords.get(name) for name in thing.attributes}
        return thing.type in self.library.clients or "headers" in roles or ("url" in roles and bool({"verify", "insecure", "auth"} & roles))

    def _is_of_query(self, node: syntax.Call) -> bool:
        """Tell whether a call is made on a URL's query, whatever the URL is: `this.url.searchParams.set(name, value)`."""
        owner = node.function.owner if isinstance(node.function, syntax.Attribute) else None
        return bool(self.library.query) and isinstance(owner, syntax.Attribute) and owner.name == self.library.query

    def _pair(self, node: syntax.Call, name: str, site: Site, context: tuple[str, ...]) -> None:
        """A name and a value given side by side: `setenv("NAME", "value")`, `set("section", "name", "value")`, `--name` with a default."""
        positional = [argument.value for argument in node.arguments if argument.name is None and not argument.spread]
        texts = [self.evaluator.text(value, site) if self._is_word(value, site) else None for value in positional[:2]]
        if len(positional) >= 2 and texts[0] is not None and re.fullmatch(r"-{0,2}[\w.\-]+", texts[0]):  # noqa: PLR2004 - a name and a value
            environment = name in _ENVIRONMENTS
            # What is behind the value of an environment variable says how far it is set.
            positional = positional[:2] if environment else positional
            names = tuple(text for text in texts[: len(positional) - 1] if text is not None)
            sets = name not in self.library.tests and not self._is_of_query(node)
            if _HEADER.match(names[-1]) and sets and len(positional) == 2:  # noqa: PLR2004 - a name and a value
                self._free_header(positional[-2], positional[-1], site)
            self._bindings((*context, *names), positional[-1], site, positional[-1], environment=environment)
        for argument in node.arguments:
            if argument.name in self.library.labels and positional:
                self._free_header(argument.value, positional[0], site)
            if (
                argument.name in {"default", "fallback", "value", "default_value", "defaultValue", "initial"}
                and texts
                and texts[0] is not None
            ):
                flags = [text for text in texts if text is not None and text.startswith("-")] or [texts[0]]
                self._bindings((*context, flags[-1]), argument.value, site, argument.value)

    def _is_word(self, node: syntax.Expression, site: Site) -> bool:
        return isinstance(node, syntax.Str | syntax.Name) or self.evaluator.constant(node, site) is not None

    def _signing(self, node: syntax.Call, position: int, site: Site) -> None:
        named = [argument.value for argument in node.arguments if argument.name == "key"]
        positional = [argument.value for argument in node.arguments if argument.name is None]
        for key in named or positional[position : position + 1]:
            for frame in self.evaluator.frames(site.scope):
                # A helper signs for those who call it: what they are about is what the key is for.
                called = frame.caller if frame is not None else None
                span, context = (called[0].span, called[1].scope.context) if called is not None else (key.span, ())
                self.facts.signings.append(Signing(self.evaluator.values(key, site, frame), span, (*context, *site.scope.context)))

    def _hooking_spans(self) -> list[tuple[int, int]]:
        """Find what puts something on every request of a client: hooks, defaults, interceptors."""
        hooks = self.library.hooks | self.library.interceptors
        spans: list[tuple[int, int]] = []
        for statement, _ in self.index.statements if hooks else ():
            target = statement.target if isinstance(statement, syntax.Assign) else None
            if (target is not None and not hooks.isdisjoint(names_in(target))) or (
                isinstance(statement, syntax.Function) and statement.name in hooks
            ):
                spans.append((statement.span.start, statement.span.end))
        calls = (call for calls in self.index.calls.values() for call, _ in calls) if hooks else ()
        spans.extend((call.span.start, call.span.end) for call in calls if not hooks.isdisjoint((_name_of(call), *names_in(call.function))))
        return spans

    def _refused(self, site: Site) -> bool:
        return any(start <= site.offset < end for start, end in self._tests)

    def _contexts(self) -> None:
        """Leave out the switches that a request of this program already carries."""
        carried = {request.unverified for request in self.facts.requests if request.unverified is not None} | self.certificates.switches
        self.facts.unverified = [each for each in self.facts.unverified if not any(each.span.overlaps(span) for span in carried)]
        if self.library.typed:
            self.facts.unverified = list(self._first_of_each(sorted(self.facts.unverified, key=lambda each: each.span)))

    def _first_of_each(self, switches: Iterable[Unverified]) -> Iterator[Unverified]:
        """Leave out switches behind another one of the same function: together they make one thing that checks nothing."""
        seen = [request.context for request in self.facts.requests if request.unverified is not None]
        for each in switches:
            around = each.context
            if not any(len(other) > 1 and (around[: len(other)] == other or (around and other[: len(around)] == around)) for other in seen):
                yield each
            seen.append(around)


def _callers(frame: Frame | None) -> Iterator[Span]:
    """Give where the functions around a place are called, innermost first."""
    while frame is not None:
        if frame.caller is not None:
            yield frame.caller[0].span
        frame = frame.outer


def _own(header: Header) -> Header | None:
    """Give a header that is made here and sent elsewhere without the values that others give it: where these are sent, they are judged."""
    if header.requests:
        return header
    values = tuple(value for value in header.values if all(part.given is None or part.given.span.start < APART for part in value.parts))
    return replace(header, values=values) if values else None


def _name_of(call: syntax.Call) -> str:
    return last_name(call.function)


def _defaults_of(target: syntax.Expression) -> Iterable[syntax.Assigned]:
    """Give the defaults of what a map is taken apart into."""
    if isinstance(target, syntax.Map):
        for entry in target.entries:
            if isinstance(entry.value, syntax.Assigned):
                yield entry.value
            yield from _defaults_of(entry.value)


def _plain(thing: Thing) -> str | None:
    """Give a number or a text as text."""
    return str(thing.value) if isinstance(thing, Scalar) else thing.text if isinstance(thing, Value) else None


def _filling(node: syntax.Expression) -> Iterator[syntax.Map]:
    """Give the maps that fill a template: those of a format, and those beside a text of a call that has a key as a placeholder."""
    match node:
        case syntax.Format(arguments=arguments):
            yield from (each.value for each in arguments if isinstance(each.value, syntax.Map))
        case syntax.Call(arguments=arguments):
            texts = [each.value.text for each in arguments if isinstance(each.value, syntax.Str)]
            for each in arguments if texts else ():
                if isinstance(each.value, syntax.Map) and any(_is_placeholder(entry.key, texts) for entry in each.value.entries):
                    yield each.value


def _is_placeholder(key: syntax.Expression | None, texts: list[str]) -> bool:
    """Tell whether a key stands in one of the texts as what is to be filled in: `{key}`, `:key`, `<key>`, `%(key)s`."""
    return isinstance(key, syntax.Str) and any(re.search(rf"[{{<(:]{re.escape(key.text)}(?!\w)", text) for text in texts)
