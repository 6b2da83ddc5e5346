"""The command lines of HTTP clients: curl, wget, httpie."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sealguard.bodies import read_body
from sealguard.facts import Body, Entry, Hole, Parameter, Text, Value
from sealguard.languages import emit
from sealguard.languages.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.languages.shell_values import Word
    from sealguard.model import Span

CLIENTS: Final = frozenset({"curl", "wget", "http", "https", "xh", "xhs", "curlie", "curl.exe"})
_METHODS: Final = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
_SHORT_WITH_VALUE: Final = frozenset("HXdubAoeTFmwxKcCDEQrtyzYPU")
_LONG_WITH_VALUE: Final = word_set(
    "header request data data-raw data-binary data-urlencode data-ascii json user url cookie cookie-jar output user-agent",
    "referer form form-string max-time connect-timeout retry retry-delay retry-max-time write-out proxy cacert capath cert",
    "key config resolve upload-file oauth2-bearer url-query range dump-header interface limit-rate proto proxy-header",
    "proxy-user max-redirs output-dir stderr trace trace-ascii netrc-file unix-socket tls-max ciphers cert-type key-type",
    "pass noproxy connect-to max-filesize aws-sigv4 body-data post-data post-file body-file method output-document",
    "retry-on-http-error waitretry",
    "http-user http-password password load-cookies save-cookies ca-certificate tries timeout wait directory-prefix variable",
)
_WGET_SHORT: Final = frozenset("OPotTwUQ")
_HTTPIE_WITH_VALUE: Final = word_set(
    "A a auth auth-type cert o output p pretty print proxy session session-read-only style timeout verify",
)
_DATA: Final = word_set(
    "F body-data d data data-ascii data-binary data-raw data-urlencode form form-string json post-data",
)
_JSON_FIELD: Final = re.compile(r'"([A-Za-z_][\w-]{0,60})"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){0,2000})"')
_ITEM: Final = re.compile(r"([A-Za-z][\w-]{0,60})(:=@?|==|=@?|:)")


@dataclass(slots=True)
class Call:
    """What one command line sends."""

    urls: list[Value] = field(default_factory=list)
    headers: list[Value] = field(default_factory=list)
    """As lines: `Name: value`."""
    named_headers: list[tuple[Value, Value]] = field(default_factory=list)
    method: str = ""
    fields: list[Parameter] = field(default_factory=list)
    bodies: list[Value] = field(default_factory=list)
    """The texts that make its body; one that is not known is a value without parts."""
    items: list[Entry] = field(default_factory=list)
    """What its body is made of, entry by entry."""
    fed: bool = False
    """Whether it takes its body from its input."""
    cookies: list[Parameter] = field(default_factory=list)
    authentication: Span | None = None
    login: list[Value] = field(default_factory=list)
    authorized: bool = False
    unverified: Span | None = None
    verbose: Span | None = None
    complete: bool = True
    known: bool = True
    """Whether the client is one whose options are known."""
    fails: bool = False
    """Whether the command fails where the status is an error's."""
    repeats: Span | None = None
    """The option by which the client repeats what failed."""
    repeats_all: Span | None = None
    """The option by which it does so whatever the failure is, or on a 401 or 403."""
    tells: bool = False
    """Whether it tells the status: by `--write-out`, or by writing the headers too."""

    def body(self, given: Sequence[Value] = ()) -> Body | None:
        """Give its body, where that can be seen; `given` is what it finds at its input."""
        texts = [*self.bodies, *given] if self.fed else self.bodies
        read = [read_body(text) for text in texts]
        seen = [each for each in read if each is not None]
        if not seen and not self.items:
            return None
        entries = (*self.items, *(entry for each in seen for entry in each.entries))
        complete = len(seen) == len(read) and all(each.complete for each in seen) and not (self.fed and not given)
        return Body(entries, complete)


def parse(words: list[Word]) -> Call:
    """Read a command whose first word is the client."""
    client = posixpath.basename(words[0].text).removesuffix(".exe")
    call = Call(known=client in CLIENTS)
    if client in {"http", "https", "xh", "xhs"}:
        _Httpie(call, client).read(words)
    else:
        _Curl(call, client).read(words)
    return call


class _Curl:
    """Reads the options of curl and wget, which share those that matter."""

    def __init__(self, call: Call, client: str) -> None:
        self._call = call
        self._wget = call.fails = client == "wget"
        self._short = _WGET_SHORT if self._wget else _SHORT_WITH_VALUE

    def read(self, words: list[Word]) -> None:
        index = 1
        while index < len(words):
            word = words[index]
            following = words[index + 1] if index + 1 < len(words) else None
            index += 1 + self._word(word, following)
        if (self._call.fields or self._call.bodies or self._call.fed) and not self._call.method:
            self._call.method = "POST"

    def _word(self, word: Word, following: Word | None) -> int:
        """Take a word; give how many more it used up."""
        text = word.text
        if word.splat or (
            not word.quoted and len(word.value.parts) == 1 and isinstance(word.value.parts[0], Hole) and not self._url_like(word)
        ):
            self._call.complete = False
        if text.startswith("--"):
            name, equals, _ = text[2:].partition("=")
            if equals and (name in _LONG_WITH_VALUE or self._wget):
                self._option(name, word.value.cut(len(name) + 3), word)
            elif name in _LONG_WITH_VALUE and following is not None:
                self._option(name, following.value, word)
                return 1
            else:
                self._switch(name, word)
            return 0
        if text.startswith("-") and len(text) > 1:
            return self._bundle(word, following)
        self._url(word.value)
        return 0

    def _url_like(self, word: Word) -> bool:
        names = " ".join(name for hole in word.value.holes for name in hole.names).lower()
        return not self._call.urls and not re.search(r"opt|arg|flag|header|auth", names)

    def _bundle(self, word: Word, following: Word | None) -> int:
        """Take short options: `-sSfk`, `-XPOST`, `-H value`."""
        text = word.text
        for at in range(1, len(text)):
            if text[at] in self._short:
                if at + 1 < len(text):
                    self._option(text[at], word.value.cut(at + 1), word)
                    return 0
                if following is not None:
                    self._option(text[at], following.value, word)
                    return 1
                return 0
            self._switch(text[at], word)
        return 0

    def _option(self, name: str, value: Value, word: Word) -> None:
        call = self._call
        if name in {"header", "H"}:
            self._header(value)
        elif name in {"request", "X", "method"}:
            call.method = value.shape.upper()
        elif name in {"user", "u", "http-user", "http-password", "password"}:
            self._basic(name, value, word)
        elif name == "oauth2-bearer":
            span = word.value.span
            scheme = Text("Bearer ", span, verbatim=False)
            call.named_headers.append((Value((Text("Authorization", span, verbatim=False),), span), emit.join(value.span, scheme, value)))
        elif name in _DATA:
            call.fields += body(value)
            self._data(value)
        elif name in {"cookie", "b"} and not self._wget:
            call.cookies += emit.pairs(value, ";")
            call.complete = call.complete and "=" in value.shape
        elif name == "url":
            self._url(value)
        elif name in {"config", "K", "netrc-file", "load-cookies", "aws-sigv4", "cert", "E"}:
            call.complete, call.authorized = False, call.authorized or name == "netrc-file"
        elif name in {"trace", "trace-ascii"}:
            call.verbose = word.value.span
        elif name == "retry" or (name in {"tries", "t"} and self._wget):
            call.repeats = word.value.span
        elif name == "retry-on-http-error" and {"401", "403"} & set(re.split(r"[,\s]+", value.shape)):
            call.repeats = call.repeats_all = word.value.span
        elif name in {"write-out", "w", "dump-header", "D"} and not self._wget:
            call.tells = True

    def _data(self, value: Value) -> None:
        if value.shape == "@-":
            self._call.fed = True
        else:
            self._call.bodies.append(Value((), value.span) if "@" in value.shape.partition("=")[0] else value)

    def _header(self, value: Value) -> None:
        if value.shape.startswith("@") or (value.parts and isinstance(value.parts[0], Hole)):
            self._call.complete = False
            if not value.shape.startswith("\ufffc:"):
                return
        self._call.headers.append(value)

    def _basic(self, name: str, value: Value, word: Word) -> None:
        call = self._call
        call.authentication = call.authentication or word.value.span
        shape = value.shape
        colon = shape.find(":") if name in {"user", "u"} and not self._wget else -1
        if colon >= 0:
            call.login += [value.cut(0, colon), value.cut(colon + 1)]
        else:
            call.login.append(value)

    def _switch(self, name: str, word: Word) -> None:
        call = self._call
        if name in {"insecure", "no-check-certificate"} or (name == "k" and not self._wget):
            call.unverified = call.unverified or word.value.span
        elif name in {"verbose", "v"} and not self._wget:
            call.verbose = call.verbose or word.value.span
        elif name in {"netrc", "n", "negotiate", "ntlm", "netrc-optional", "anyauth"} and not self._wget:
            call.authorized = True
        elif name in {"head", "I"} and not self._wget:
            call.method, call.tells = call.method or "HEAD", True
        elif name in {"get", "G"}:
            call.method = "GET"
        elif name in {"fail", "fail-with-body", "fail-early", "f"} and not self._wget:
            call.fails = True
        elif name == "retry-all-errors":
            call.repeats_all = word.value.span
        elif name in {"include", "i", "server-response", "S"} and not (name == "S" and not self._wget):
            call.tells = True

    def _url(self, value: Value) -> None:
        shape = value.shape
        if not emit.is_url(value) or shape.startswith("-") or " " in shape.strip():
            return
        self._call.urls.append(with_scheme(value) if self._call.known else value)


def with_scheme(value: Value, scheme: str = "http://") -> Value:
    """Complete a URL as the client does: without a scheme it is `http`."""
    if "://" in value.shape or isinstance(value.parts[0], Hole):
        return value
    first = value.parts[0].span
    return emit.join(value.span, Text(scheme, first, verbatim=False), value)


def body(value: Value) -> list[Parameter]:
    """Read the fields of a body: JSON's top-level strings, or a form."""
    shape = value.shape
    if not shape.lstrip().startswith(("{", "[")):
        return list(emit.pairs(value, "&"))
    found: list[Parameter] = []
    for match in _JSON_FIELD.finditer(shape[:20_000]):
        name, content = value.cut(*match.span(1)), value.cut(*match.span(2))
        if content.parts:
            found.append(Parameter(name, (content,), content.parts[0].span))
    return found


class _Httpie:
    """Reads httpie's request items: `Name:value` is a header, `name=value` a field, `name==value` a query parameter."""

    def __init__(self, call: Call, client: str) -> None:
        self._call = call
        self._scheme = "https://" if client in {"https", "xhs"} else "http://"
        self._kind = "basic"

    def read(self, words: list[Word]) -> None:
        index = 1
        while index < len(words):
            word = words[index]
            text = word.text
            index += 1
            if text.startswith("-"):
                name, equals, _ = text.lstrip("-").partition("=")
                self._call.fails = self._call.fails or name == "check-status"
                self._call.tells = self._call.tells or name in {"h", "headers", "v", "verbose", "print", "p"}
                if equals:
                    self._option(name, word.value.cut(text.index("=") + 1), word)
                elif name in _HTTPIE_WITH_VALUE and index < len(words):
                    self._option(name, words[index].value, word)
                    index += 1
            elif text in _METHODS:
                self._call.method = text
            elif not self._call.urls:
                if emit.is_url(word.value):
                    self._call.urls.append(with_scheme(word.value, self._scheme))
            else:
                self._item(word)

    def _option(self, name: str, value: Value, word: Word) -> None:
        call = self._call
        if name == "verify" and value.shape.lower() in {"no", "false"}:
            call.unverified = word.value.span
        elif name in {"auth-type", "A"}:
            self._kind = value.shape.lower()
        elif name in {"session", "session-read-only"}:
            call.complete = False
        elif name in {"auth", "a"}:
            self._authenticate(value, word.value.span)

    def _authenticate(self, value: Value, span: Span) -> None:
        if self._kind == "bearer":
            name = Value((Text("Authorization", span, verbatim=False),), span)
            self._call.named_headers.append((name, emit.join(value.span, Text("Bearer ", span, verbatim=False), value)))
            return
        self._call.authentication = span
        colon = value.shape.find(":")
        self._call.login += [value.cut(0, colon), value.cut(colon + 1)] if colon >= 0 else [value]

    def _item(self, word: Word) -> None:
        match = _ITEM.match(word.text)
        if match is None:
            return
        name, content = word.value.cut(*match.span(1)), word.value.cut(match.end())
        if not content.parts:
            return
        content = Value(content.parts, content.parts[0].span if len(content.parts) == 1 else word.value.span)
        if match.group(2) == ":":
            # httpie takes the white space around a header's value off.
            shape = content.shape
            content = replace(content.cut(len(shape) - len(shape.lstrip()), len(shape.rstrip())), span=content.span)
            self._call.named_headers.append((name, content))
        elif match.group(2) in {"=", ":="}:
            self._call.fields.append(Parameter(name, (content,), content.span))
            self._call.items.append(_entry(name.text or "", content, listed=match.group(2) == ":="))


def _entry(name: str, content: Value, *, listed: bool) -> Entry:
    """Read what httpie puts into a body: text, or JSON."""
    if listed and content.shape.lstrip()[:1] == "[":
        around = content.parts[0].span
        wrapped = emit.join(content.span, Text('{"":', around, verbatim=False), content, Text("}", around, verbatim=False))
        made = read_body(wrapped)
        if made is not None and made.entries:
            return replace(made.entries[0], name=name, span=content.span)
    return Entry(name, (content,), content.span)
