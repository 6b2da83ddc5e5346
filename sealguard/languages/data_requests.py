"""Requests that data describes: a URL, and beside or below it headers, a method, credentials, switches.

Collections of API clients, pipelines, proxies and MCP servers differ in their keys, hardly in their shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.bodies import names_scopes
from sealguard.facts import Grant, Parameter, Request, String, Text, Unverified, Value
from sealguard.languages import data_bodies, emit, json_tree, keys, shell_http, templates
from sealguard.languages.tree import Mapping, Node, Scalar, Sequence
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header
    from sealguard.languages.fragment import Fragment
    from sealguard.profile import Profile

_REACH: Final = 5
"""How many levels above its headers a URL can stand."""
_BEST: Final = ("url", "uri", "endpoint", "baseurl", "baseuri", "apiurl")
_RESPONSES: Final = frozenset({"response", "responses", "expect", "expected", "cors", "reply"})
_METHODS: Final = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
_SCHEMES: Final = frozenset({"bearer", "basic", "token", "apikey", "jwt", "oauth"})
_COMPLETE: Final = (("log", "entries", "request"), ("uri",), ("ansible.builtin.uri",), ("get_url",), ("ansible.builtin.get_url",))
"""Where the format says that all headers are there: HAR, Ansible."""
_MOST_TARGETS: Final = 100
_SWITCH: Final = 20
"""How long a truth value is at most, whatever it is called."""
_BODY: Final = 20_000
"""How long a body that is spelled as text is read; a login is shorter."""
_LONG_ENOUGH: Final = 20
"""How long a value under a key called `authorization` is at least, if it is no translation of that word."""


class Requests:
    """Follows the walk through a tree and makes a request wherever a mapping describes one."""

    def __init__(self, fragment: Fragment, facts: Facts, profile: Profile) -> None:
        """Add requests to `facts`."""
        self._fragment = fragment
        self._facts = facts
        self._profile = profile
        self._urls: list[tuple[Value, ...]] = []

    def enter(self, node: Mapping, path: tuple[str, ...]) -> None:
        """Take a mapping before what is below it."""
        own = self._own_urls(node)
        self._urls.append(own)
        self._grant(node, path)
        if isinstance(node.get("schemes"), Sequence):
            self._facts.strings += (String(url, context=path) for url in own)
        if path and keys.plain(path[-1]) in _RESPONSES:
            return
        headers = list(self._headers(node, path))
        login = self._login(node)
        authentication = next((Span(*self._outer(key)) for key, child in node.entries if _is_basic(key, child)), None)
        method = node.scalar("method", "verb", "httpmethod", "http_method")
        module = any(path[-len(tail) :] == tail for tail in _COMPLETE)
        if not (headers or login or authentication or (own and (module or (method and method.text.upper() in _METHODS)))):
            return
        emit.request(
            self._facts,
            self._fragment.outer(node.start, max(node.start + 1, node.end)),
            self._current(),
            headers,
            method=method.text.upper() if method else "",
            complete=module and not _adds_headers(node),
            query=tuple(self._parameters(node.get("querystring", "query", "params", "url_query"))),
            cookies=tuple(self._parameters(node.get("cookies", "cookie"))),
            fields=tuple(self._body(node.get("body", "json", "form", "data", "postdata"))),
            body=data_bodies.body_of(self._fragment, node.get(*data_bodies.NAMES)),
            authentication=authentication or (login[0].span if login else None),
            login=login,
            context=path,
        )

    def _grant(self, node: Mapping, path: tuple[str, ...]) -> None:
        """Take a mapping that says what something may do."""
        if any(names_scopes(key.text) and not isinstance(child, Mapping) for key, child in node.entries):
            span = self._fragment.outer(node.start, max(node.start + 1, node.end))
            self._facts.grants.append(Grant(span, data_bodies.entries_of(self._fragment, node), path))

    def leave(self) -> None:
        """Take leave of the mapping entered last."""
        self._urls.pop()

    def urls_of(self, node: Mapping) -> tuple[Value, ...]:
        """Give the URLs of a mapping, or else those of what is around the one entered last."""
        return self._own_urls(node) or self._current()

    def switch(self, path: tuple[str, ...], node: Scalar) -> None:
        """Take an entry that may turn the check of certificates off."""
        if len(node.text) > _SWITCH or not keys.turns_checks_off(path[-1], node.text):
            return
        span = self._fragment.outer(node.start, node.end)
        urls = self._current()
        if urls:
            self._facts.requests.append(Request(span, urls, unverified=span, context=path))
        elif keys.is_clear_switch(path[-1]):
            self._facts.unverified.append(Unverified(span, path))

    def _outer(self, node: Scalar) -> tuple[int, int]:
        span = self._fragment.outer(node.start, node.end)
        return span.start, span.end

    def _current(self) -> tuple[Value, ...]:
        return next((urls for urls in reversed(self._urls[-_REACH:]) if urls), ())

    # URLs -------------------------------------------------------------------------------------------------------------

    def _own_urls(self, node: Mapping) -> tuple[Value, ...]:
        targets = self._targets(node)
        if targets:
            return targets
        found: list[tuple[int, tuple[Value, ...]]] = []
        for key, child in node.entries:
            if not keys.names_url(key.text):
                continue
            scalar = child.scalar("raw", "url", "href") if isinstance(child, Mapping) else child
            if isinstance(scalar, Sequence):
                scalar = next(scalar.scalars, None)
            if not isinstance(scalar, Scalar) or len(scalar.text) > 4096:  # noqa: PLR2004 - no URL is as long
                continue
            values = tuple(value for value in templates.alternatives(self._fragment, _bare(scalar)) if emit.is_url(value))
            if values:
                name = keys.plain(key.text)
                found.append((_BEST.index(name) if name in _BEST else len(_BEST), self._with_scheme(node, values)))
        return min(found, key=lambda pair: pair[0])[1] if found else ()

    def _targets(self, node: Mapping) -> tuple[Value, ...]:
        """Give what a job of Prometheus scrapes: over `http` where it does not say."""
        configs = node.get("static_configs")
        if not isinstance(configs, Sequence):
            return ()
        hosts = [item.get("targets") for item in configs.items if isinstance(item, Mapping)]
        scalars = [scalar for host in hosts if isinstance(host, Sequence) for scalar in host.scalars]
        values = tuple(templates.value(self._fragment, scalar) for scalar in scalars[:_MOST_TARGETS])
        if node.get("scheme") is None and node.get("relabel_configs") is None:
            values = tuple(shell_http.with_scheme(value) for value in values if value.parts)
        return self._with_scheme(node, tuple(value for value in values if emit.is_url(value)))

    def _with_scheme(self, node: Mapping, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """Put a scheme that stands beside the host before it: `scheme: http`, `host: api.example.com`."""
        schemes = (child for key, child in node.entries if keys.names_scheme(key.text))
        scheme = next((found for child in schemes for found in (child.scalars if isinstance(child, Sequence) else (child,))), None)
        if not isinstance(scheme, Scalar) or scheme.text.lower().rstrip(":/") not in {"http", "https", "ws", "wss"}:
            return values
        written = self._fragment.outer(scheme.start, scheme.end)
        prefix = Text(scheme.text.lower().rstrip(":/") + "://", written, verbatim=False)
        return tuple(value if "//" in value.shape else emit.join(value.span, prefix, value) for value in values)

    # Headers ----------------------------------------------------------------------------------------------------------

    def _headers(self, node: Mapping, path: tuple[str, ...]) -> Iterator[Header]:
        among_headers = bool(path) and keys.names_headers(path[-1])
        yield from self._numbered(node, path)
        for key, child in node.entries:
            if keys.names_headers(key.text):
                yield from self._header_set(child, (*path, key.text))
            elif among_headers:
                continue  # the mapping above took them
            elif isinstance(child, Scalar):
                yield from self._lone(key, child, path)
            elif isinstance(child, Mapping) and keys.plain(key.text) in {"auth", "authorization", "authentication"}:
                yield from self._authentication(key, child, (*path, key.text))

    def _numbered(self, node: Mapping, path: tuple[str, ...]) -> Iterator[Header]:
        """Read the headers of a data source of Grafana: names in one mapping, values in another, paired by a number."""
        names, contents = node.get("jsondata", "json_data"), node.get("securejsondata", "secure_json_data")
        if isinstance(names, Mapping) and isinstance(contents, Mapping):
            for number in range(1, 10):
                name, content = names.scalar(f"httpheadername{number}"), contents.scalar(f"httpheadervalue{number}")
                if name and content:
                    yield self._header(name, content, path)

    def _header_set(self, node: Node, path: tuple[str, ...]) -> Iterator[Header]:
        if isinstance(node, Mapping):
            name, content = node.scalar("name", "key", "header"), node.scalar("value")
            if name and content:
                yield from self._pair(node, name, content, path)
                return
            for key, child in node.entries:
                if isinstance(child, Sequence) and child.items and isinstance(child.items[0], Mapping):
                    yield from self._header_set(child, (*path, key.text))
                    continue
                scalar = next(child.scalars, None) if isinstance(child, Sequence) else child
                if isinstance(scalar, Scalar):
                    yield self._header(key, scalar, path)
        elif isinstance(node, Sequence):
            for item in node.items:
                yield from self._header_item(item, path)
        elif ":" in node.text:
            yield from self._lines(node, path)

    def _header_item(self, item: Node, path: tuple[str, ...]) -> Iterator[Header]:
        if isinstance(item, Mapping):
            yield from self._header_set(item, path)
        elif isinstance(item, Sequence):
            words = list(item.scalars)
            if len(words) == 2:  # noqa: PLR2004 - name and value
                yield self._header(words[0], words[1], path)
        else:
            yield from self._lines(item, path)

    def _pair(self, node: Mapping, name: Scalar, content: Scalar, path: tuple[str, ...]) -> Iterator[Header]:
        off, on = node.scalar("disabled"), node.scalar("enabled", "active")
        if not (off and off.text == "true") and not (on and on.text == "false"):
            yield self._header(name, content, path)

    def _lines(self, node: Scalar, path: tuple[str, ...]) -> Iterator[Header]:
        """Read `Name: value` lines."""
        at = 0
        for line in node.text.split("\n")[:100]:
            if line.strip():
                made = emit.header_line(self._facts, templates.value(self._fragment, node.cut(at, at + len(line.rstrip("\r")))), path)
                if made:
                    yield made
            at += len(line) + 1

    def _header(self, name: Scalar, content: Scalar, path: tuple[str, ...]) -> Header:
        return emit.header(self._facts, templates.value(self._fragment, name), self._nonempty(content), path)

    def _nonempty(self, content: Scalar) -> tuple[Value, ...]:
        return templates.alternatives(self._fragment, _bare(content))

    def _lone(self, key: Scalar, child: Scalar, path: tuple[str, ...]) -> Iterator[Header]:
        """Read a header outside any set of headers: `Authorization: Bearer x`, `bearer_token: x`."""
        name = keys.plain(key.text)
        if name in {"bearertoken", "bearerauth", "authbearer"} and child.text:
            yield self._bearer(key, "Bearer ", key, child, path)
        elif key.text.lower() in {"authorization", "x-api-key"} and child.text:
            holes = any(True for _ in templates.placeholders(child.text))
            scheme = child.text.split(" ", 1)[0].lower() in _SCHEMES and " " in child.text
            if holes or scheme or (len(child.text) >= _LONG_ENOUGH and " " not in child.text):
                yield self._header(key, child, path)

    def _authentication(self, key: Scalar, node: Mapping, path: tuple[str, ...]) -> Iterator[Header]:
        """Read how an API client's collection says that a bearer token or a key is sent."""
        kind = node.scalar("type", "mode", "scheme")
        name = keys.plain(kind.text) if kind else ""
        inner = node.get(name) if name else None
        fields = {keys.plain(field): scalar for field, scalar in self._fields(inner or node)}
        token = fields.get("token") or fields.get("credentials") or fields.get("bearertoken")
        if name in {"bearer", "bearertoken", "httpbearer"} and token and token.text:
            yield self._bearer(key, "Bearer ", kind or key, token, path)
        elif keys.plain(key.text) == "authorization" and "credentials" in fields:
            scheme = kind.text if kind else "Bearer"
            yield self._bearer(key, f"{scheme} ", kind or key, fields["credentials"], path)
        elif name == "apikey" and "key" in fields and "value" in fields and "query" not in {scalar.text for scalar in fields.values()}:
            yield self._header(fields["key"], fields["value"], path)

    def _bearer(self, key: Scalar, scheme: str, where: Scalar, token: Scalar, path: tuple[str, ...]) -> Header:
        name_span, span = self._fragment.outer(key.start, key.end), self._fragment.outer(token.start, token.end)
        prefix = Text(scheme, self._fragment.outer(where.start, where.end), verbatim=False)
        name = Value((Text("Authorization", name_span, verbatim=False),), name_span)
        values = tuple(emit.join(span, prefix, value) for value in templates.alternatives(self._fragment, token))
        return emit.header(self._facts, name, values, path)

    # The rest ---------------------------------------------------------------------------------------------------------

    def _fields(self, node: Node) -> Iterator[tuple[str, Scalar]]:
        """Give names and scalars of a mapping, or of a list of named values."""
        if isinstance(node, Mapping):
            for key, child in node.entries:
                if isinstance(child, Scalar):
                    yield key.text, child
        elif isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Mapping):
                    name, content = item.scalar("key", "name"), item.scalar("value")
                    if name and content:
                        yield name.text, content

    def _parameters(self, node: Node | None, fragment: Fragment | None = None) -> Iterator[Parameter]:
        if node is None:
            return
        fragment = fragment or self._fragment
        for name, scalar in self._fields(node):
            span = fragment.outer(scalar.start, scalar.end)
            text = Text(name, span, verbatim=False)
            yield Parameter(Value((text,), span), templates.alternatives(fragment, scalar), span)

    def _body(self, node: Node | None) -> Iterator[Parameter]:
        """Give the fields of a body: of a map, of a list of named values, or of JSON that is spelled as text."""
        yield from self._parameters(node)
        spelled = node
        if isinstance(node, Mapping):
            yield from self._parameters(node.get("params", "urlencoded", "formdata"))
            spelled = node.scalar("text", "raw")
        if isinstance(spelled, Scalar) and spelled.text.lstrip()[:1] == "{" and len(spelled.text) <= _BODY:
            nested = self._fragment.nest("json", spelled.pieces)
            for root in json_tree.parse(nested.text).roots:
                yield from self._parameters(root, nested)

    def _login(self, node: Mapping) -> tuple[Value, ...]:
        """Give user and password of HTTP basic authentication, where the data says that it is one."""
        user, password = node.scalar("url_username", "basicauthuser"), node.scalar("url_password", "basicauthpassword")
        secure = node.get("securejsondata")
        password = password or (secure.scalar("basicauthpassword") if isinstance(secure, Mapping) else None)
        for key, child in node.entries:
            if _is_basic(key, child) and isinstance(child, Mapping):
                holder = child.get("basic") or child
                fields = {keys.plain(name): scalar for name, scalar in self._fields(holder)}
                user, password = fields.get("username") or fields.get("user"), fields.get("password")
        return tuple(templates.value(self._fragment, scalar) for scalar in (user, password) if scalar)


def _bare(scalar: Scalar) -> Scalar:
    """Take the sign off that makes an expression of a value in n8n: `=Bearer {{ $env.TOKEN }}`."""
    marked = scalar.text.startswith("=") and ("{{" in scalar.text or scalar.text.startswith("=http"))
    return scalar.cut(1, len(scalar.text)) if marked else scalar


def _is_basic(key: Scalar, child: Node) -> bool:
    name = keys.plain(key.text)
    if name == "authbasic":
        return True  # Symfony takes text, a list, or a mapping
    if name in {"basicauth", "httpbasicauth", "basicauthentication"}:
        return isinstance(child, Mapping)
    if name in {"auth", "authorization", "authentication"} and isinstance(child, Mapping):
        kind = child.scalar("type", "mode", "scheme")
        return kind is not None and kind.text.lower() == "basic"
    return False


def _adds_headers(node: Mapping) -> bool:
    return node.get("url_username", "client_cert", "use_netrc", "use_gssapi", "force_basic_auth") is not None
