"""Request files of HTTP clients (`.http`, `.rest`), and requests as they go over the wire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.bodies import read_body
from sealguard.facts import Binding, Hole, Kind, String, Value, Zone
from sealguard.languages import emit, shell_http, templates

if TYPE_CHECKING:
    from sealguard.facts import Body, Facts, Header, Parameter, Part
    from sealguard.languages.fragment import Fragment

_REQUEST: Final = re.compile(r"(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+(?P<url>\S[^\r\n]*?)(?:[ \t]+HTTP/[\d.]+)?[ \t]*$")
_VARIABLE: Final = re.compile(r"@([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*?)[ \t]*$")
_HEADER: Final = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ ]?(.*)$")
_FILLED: Final = re.compile(r"\{\{[^\n]{0,300}?\}\}")


def read(fragment: Fragment, facts: Facts) -> None:
    """Add the facts of a request file: every header of a request is there to be seen."""
    _Reader(fragment, facts).read()


class _Reader:
    def __init__(self, fragment: Fragment, facts: Facts) -> None:
        self._fragment = fragment
        self._facts = facts
        self._variables: dict[str, tuple[Part, ...]] = {}
        self._start = 0
        self._method = ""
        self._url: Value | None = None
        self._headers: list[Header] = []
        self._body = -1

    def read(self) -> None:
        text = self._fragment.text
        at = 0
        for line in text.splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            if bare.startswith("###"):
                self._finish(at)
                self._facts.zones.append((self._fragment.outer(at, at + len(bare)), Zone.COMMENT))
            elif self._body < 0:
                self._line(at, bare)
            at += len(line)
        self._finish(at)

    def _line(self, at: int, line: str) -> None:
        stripped = line.strip()
        variable = _VARIABLE.match(line)
        if stripped.startswith(("#", "//")):
            self._facts.zones.append((self._fragment.outer(at, at + len(line)), Zone.COMMENT))
        elif variable:
            self._assign(at, variable)
        elif self._url is None:
            self._begin(at, line)
        elif not stripped:
            self._body = at + len(line)
        elif stripped[0] in "?&" or (line[:1] in " \t" and not _HEADER.match(stripped)):
            more = self._value(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
            self._url = Value((*self._url.parts, *more.parts), self._url.span)
        else:
            self._header(at, line)

    def _value(self, start: int, end: int) -> Value:
        """Give a stretch; only `{{x}}` is filled in these files, and what `@x = ...` sets is followed."""
        raw = self._fragment.text[start:end]
        parts: list[Part] = []
        at = start
        for match in _FILLED.finditer(raw):
            low, high = start + match.start(), start + match.end()
            if at < low:
                parts.append(self._fragment.part(at, low))
            known = self._variables.get(match.group()[2:-2].strip())
            found = next(templates.placeholders(match.group()), None)
            names = found.names if found else ()
            parts += known or (Hole(found.kind if found else Kind.TEMPLATE, names, self._fragment.outer(low, high)),)
            at = high
        if at < end:
            parts.append(self._fragment.part(at, end))
        return Value(tuple(parts), self._fragment.outer(start, max(end, start + 1)))

    def _assign(self, at: int, match: re.Match[str]) -> None:
        value = self._value(at + match.start(2), at + match.end(2))
        if value.parts:
            self._variables[match.group(1)] = value.parts
            self._facts.bindings.append(Binding((match.group(1),), value, self._fragment.outer(at, at + match.end())))
            self._facts.strings.append(String(value, context=(match.group(1),)))

    def _begin(self, at: int, line: str) -> None:
        match = _REQUEST.match(line)
        if match:
            self._method = match.group("method")
            self._url = self._value(at + match.start("url"), at + match.end("url"))
        elif re.match(r"(?:https?://|\{\{)\S+\s*$", line):
            self._method, self._url = "GET", self._value(at, at + len(line.rstrip()))
        else:
            return
        self._start = at

    def _header(self, at: int, line: str) -> None:
        match = _HEADER.match(line)
        if match is None or match.start(2) == match.end(2):
            return
        name = self._value(at + match.start(1), at + match.end(1))
        value = self._value(at + match.start(2), at + match.end(2))
        self._headers.append(emit.header(self._facts, name, (value,)))
        self._facts.strings.append(String(value, context=(match.group(1),)))

    def _finish(self, end: int) -> None:
        if self._url is not None:
            text = self._fragment.text
            self._facts.strings.append(String(self._url))
            fields: list[Parameter] = []
            sent: Body | None = None
            if 0 <= self._body < end:
                raw = text[self._body : end]
                low = self._body + len(raw) - len(raw.lstrip())
                high = self._body + len(raw.rstrip())
                if low < high:
                    body = self._value(low, high)
                    fields += shell_http.body(body)
                    sent = read_body(body)
                    self._facts.strings.append(String(body))
            first_line = text.find("\n", self._start)
            span = self._fragment.outer(self._start, first_line if first_line > 0 else len(text))
            url = shell_http.with_scheme(self._url) if emit.is_url(self._url) else self._url
            made = {"method": self._method, "complete": True, "fields": tuple(fields), "body": sent}
            emit.request(self._facts, span, (url,), self._headers, **made)
        self._method, self._url, self._headers, self._body = "", None, [], -1
