"""The language-neutral vocabulary: what a file says, once which language says it no longer matters.

Front ends produce facts, checks read them; neither knows the other.
"""

from __future__ import annotations

import bisect
import enum
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Document


# Values --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """That something is the argument of a call: what the function around calls it, and where it is given."""

    name: str
    span: Span
    call: int = -1
    """Where the arguments of the call begin: what one call gives belongs together."""


@dataclass(frozen=True, slots=True)
class Text:
    """Known text, and where it was written."""

    text: str
    span: Span
    """Where `text` is spelled (inside the quotes)."""
    verbatim: bool = True
    """Whether the span spells the text letter for letter; otherwise only the whole span can be pointed at."""
    decoded: str = ""
    """How it was hidden where it was spelled: `base64`, `hex`, `escape`, `reverse`, `chr`; empty if it was not."""
    binary: bool = False
    optional: str = ""
    """Whether it is one arm of a choice (`choice`), or what holds when nothing else is said (`default`)."""
    given: Given | None = field(default=None, compare=False)
    """The call that first hands it to a function, if one does."""
    masked: bool = False
    """Whether it shows a mask wherever it is written: see `MASKED`."""

    def part(self, start: int, end: int) -> Span:
        """Give the span of `text[start:end]`, or the whole one where that cannot be told."""
        if not self.verbatim:
            return self.span
        return Span(self.span.start + start, self.span.start + end)

    def cut(self, start: int, end: int | None = None) -> Text:
        """Give `text[start:end]` as a `Text` of its own."""
        stop = len(self.text) if end is None else end
        shown = self.text[start:stop]
        return Text(shown, self.part(start, stop), self.verbatim, self.decoded, self.binary, self.optional, self.given, self.masked)


class Kind(enum.StrEnum):
    """Where a value that is not known comes from."""

    ENVIRONMENT = "environment"
    PARAMETER = "parameter"
    CALL = "call"
    FILE = "file"
    """Read from a file, standard input or a command's output, with whatever white space that ends it."""
    STORE = "store"
    """A secret manager, a vault, a key ring, a settings object."""
    TEMPLATE = "template"
    """A placeholder of a template language or of the format itself: `{{ token }}`, `${TOKEN}` in Compose."""
    UNKNOWN = "unknown"


MASKED: Final = "masked"
"""The mark of what shows a mask wherever it is written, as long as nobody asks for what is in it: pydantic's `SecretStr`."""
UNREADABLE: Final = frozenset({"partial", "digest", MASKED})
"""The marks of what is of no use to whoever reads it: a credential that was cut, hashed, or put behind a mask."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A part of a value that is not known, and what is known of it."""

    kind: Kind
    names: tuple[str, ...]
    """Every name it went under, the outermost last: the environment variable, the attribute, the local variable."""
    span: Span
    marks: frozenset[str] = frozenset()
    """What was done to it on the way: `trimmed`, `base64`, `hex`, `percent`, `quoted`, `bytes-repr`, and those of `UNREADABLE`."""
    given: Given | None = field(default=None, compare=False)
    """As of a text."""


Part = Text | Hole


@dataclass(frozen=True, slots=True)
class Value:
    """A string as far as it is known: text and holes, in order."""

    parts: tuple[Part, ...]
    span: Span
    """The expression that has the value, where it is used."""

    @property
    def text(self) -> str | None:
        """The whole text, or `None` where a part of it is not known."""
        if any(isinstance(part, Hole) for part in self.parts):
            return None
        return "".join(part.text for part in self.parts if isinstance(part, Text))

    @property
    def shape(self) -> str:
        """The text with U+FFFC, the object replacement character, in place of each hole."""
        if len(self.parts) == 1 and isinstance(self.parts[0], Text):
            return self.parts[0].text
        return "".join(part.text if isinstance(part, Text) else "\ufffc" for part in self.parts)

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The parts that are not known."""
        return tuple(part for part in self.parts if isinstance(part, Hole))

    @property
    def texts(self) -> tuple[Text, ...]:
        """The parts that are known."""
        return tuple(part for part in self.parts if isinstance(part, Text))

    def cut(self, start: int, end: int | None = None) -> Value:
        """Give the part of the value that `shape[start:end]` stands for."""
        stop = len(self.shape) if end is None else end
        kept: list[Part] = []
        at = 0
        for part in self.parts:
            length = len(part.text) if isinstance(part, Text) else 1
            low, high = max(start, at) - at, min(stop, at + length) - at
            if low < high:
                kept.append(part.cut(low, high) if isinstance(part, Text) else part)
            at += length
        return Value(tuple(kept), self.span)

    def place(self, start: int, end: int) -> Span:
        """Give the span of `shape[start:end]`, from where its first part is written to where that part ends.

        A stretch that is written in several places gives the first of them: that is the line a person changes.
        """
        for part in self.cut(start, end).parts:
            return part.span
        return self.span


def _holds(spans: list[Span], offset: int) -> Span | None:
    """Give the last of the spans, in order, that holds an offset; the few first are outer ones of the whole file."""
    last = bisect.bisect_right(spans, offset, key=lambda span: span.start)
    near = itertools.chain(reversed(spans[max(0, last - _NEAR) : last]), reversed(spans[: min(last, _NEAR)]))
    return next((span for span in near if span.start <= offset < span.end), None)


# Facts ---------------------------------------------------------------------------------------------------------------

_NEAR: Final = 64
"""How many spans before a place are looked at for the one that holds it."""
_LISTS: Final = (
    *("candidates", "strings", "bindings", "headers", "requests", "unverified", "outputs", "signings", "problems"),
    *("deliveries", "reserved", "variables", "handovers", "storages", "responses", "answers", "retries", "grants"),
)
"""The fields of `Facts` that an embedded piece adds to."""


class Zone(enum.StrEnum):
    """What kind of text a stretch of a file is."""

    CODE = "code"
    """Code, configuration, data."""
    COMMENT = "comment"
    """Comments, commented-out code among them, and docstrings."""
    PROSE = "prose"
    """Markdown prose, descriptions, logs, outputs, patches, plain text."""


class Use(enum.StrEnum):
    """What a string is used for, where that changes what it means."""

    VALUE = "value"
    TEST = "test"
    """It is compared, matched, replaced, stripped or asserted: it is not what the program sends."""


COMPARED_HOST: Final = "<host>"
"""The last of the names around a string that the host of a request is compared with."""


@dataclass(frozen=True, slots=True)
class String:
    """A string that the program or the data has: every literal, and everything assembled from literals."""

    value: Value
    use: Use = Use.VALUE
    context: tuple[str, ...] = ()
    """Names of what it stands in, outermost first: classes, functions, keys, the variable it is assigned to."""
    zone: Zone = Zone.CODE


@dataclass(frozen=True, slots=True)
class Candidate:
    """Text that has the form of a credential, wherever in the file it stands (comments and prose too)."""

    form: str
    """A form's name in the profile: `api-key`, `jwt`, `webhook-secret`."""
    text: Text
    zone: Zone


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that is given a value: a variable, parameter default, keyword argument, key of data, environment entry."""

    path: tuple[str, ...]
    """The name with the names of what it stands in, outermost first: `("SealmetricsClient", "api_key")`, `("sealmetrics", "token")`."""
    value: Value
    span: Span
    """The whole entry: name and value."""
    environment: bool = False
    """Whether the name is one of an environment variable (`.env`, `export`, `environ[...] =`, Compose, CI)."""
    zone: Zone = Zone.CODE

    @property
    def name(self) -> str:
        """The name itself."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Header:
    """A header that is set: in a dictionary, on a session, on a command line, in configuration."""

    name: Value
    values: tuple[Value, ...]
    """What it can be (at least one)."""
    span: Span
    """The value's expression, where it is set: there the findings of the `authorization` family sit."""
    context: tuple[str, ...] = ()
    requests: tuple[Request, ...] = ()
    """The requests of this file that carry it, as far as they can be seen."""
    example: bool = False
    """Whether it stands in a document that shows code and does not run it: a fence of Markdown."""
    default: bool = False
    """Whether it is put on whatever a client sends: in an interceptor, or among a client's defaults."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A query parameter, form or JSON field, or cookie, of a request."""

    name: Value
    values: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under one name of a map, its lists taken apart."""

    name: str
    """Empty where it is not known."""
    values: tuple[Value, ...]
    """What it can be, or what the list can hold; numbers, truth values and `null` as JSON spells them."""
    span: Span
    """The value's expression."""
    whole: bool = True
    """Whether nothing else can be there."""


@dataclass(frozen=True, slots=True)
class Body:
    """Names and what stands under them, as a call sends or is given them, or configuration has them."""

    entries: tuple[Entry, ...]
    complete: bool
    """Whether nothing else can be in it."""

    def get(self, *names: str) -> Entry | None:
        """Give the last entry of one of these names (in lower case, without separators), however it is spelled."""
        return next((entry for entry in reversed(self.entries) if _folded(entry.name) in names), None)


def _folded(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


@dataclass(frozen=True, slots=True, eq=False)
class Grant:
    """What is allowed to something that gets a token: arguments of a call, or configuration, with an entry of scopes."""

    span: Span
    """From where the call, the map or the block begins."""
    body: Body
    context: tuple[str, ...] = ()
    """Names of what it stands in, outermost first; of a call, with the names that it is called by."""
    makes: bool = False
    """Whether a token is made so, rather than described."""
    named: bool = False
    """Whether it is a name alone that is given scopes: they can be all that there are, for people to choose from."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A call that goes out over HTTP."""

    span: Span
    """From where the call begins."""
    urls: tuple[Value, ...]
    """What its URL can be (none: it cannot be seen), client's base URL and path joined."""
    method: str = ""
    """Upper case; empty where it cannot be seen."""
    headers: tuple[Header, ...] = ()
    complete: bool = False
    """Whether every header it sends can be seen, and so whether a missing one is missing."""
    query: tuple[Parameter, ...] = ()
    fields: tuple[Parameter, ...] = ()
    """Of the body, form or JSON."""
    body: Body | None = None
    """The same with everything in it, as far as it can be seen; `None` where nothing is sent, or nothing of it can be seen."""
    cookies: tuple[Parameter, ...] = ()
    authentication: Span | None = None
    """Where HTTP basic authentication is asked for (`auth=(user, password)`, `curl -u`)."""
    login: tuple[Value, ...] = ()
    """What HTTP basic authentication is given: user, password."""
    authorized: bool = False
    """Whether an authentication object that cannot be seen into adds the credential."""
    unverified: Span | None = None
    """The switch that turns the check of the server's certificate off."""
    context: tuple[str, ...] = ()
    callers: tuple[Span, ...] = ()
    """The calls, innermost first, that give the function around it what it sends."""
    client: tuple[str, ...] = ()
    """How code calls what sends it, outermost name first: `this.http`; none where that has no name."""
    made: str = ""
    """`client` for what a client fixes for the requests it will send, `object` for one that is made here and sent elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What becomes of the answer of a request, where that can be seen; what is handed on to a caller cannot."""

    request: Request
    span: Span
    """From where the call begins that sends the request."""
    checked: bool
    """Whether its status is looked at, or the client raises by itself where that is an error's."""


class Wait(enum.StrEnum):
    """How long a retry waits before it repeats a request."""

    NONE = "none"
    FIXED = "fixed"
    GROWING = "growing"
    ASKED = "asked"
    """As long as the answer asks for by `Retry-After`."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, eq=False)
class Retry:
    """Something that repeats a request which failed: a loop, a function that calls itself, a library's policy."""

    span: Span
    """From where the loop or the policy begins."""
    requests: tuple[Request, ...]
    """What it repeats; none where a policy does not show it."""
    policy: bool = False
    """Whether a library repeats, and code here only says when and how."""
    refused: Span | None = None
    """The condition, list or policy by which an answer of 401 or 403 is repeated, if any is."""
    limited: bool = False
    """Whether an answer of 429, or any failure, is repeated."""
    wait: Wait = Wait.UNKNOWN
    """How it waits before it repeats one of those."""
    seconds: float = 0
    """How long a fixed wait is."""
    waiting: Span | None = None
    """Where that is said, if it is."""
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Unverified:
    """A switch that turns certificate checks off and that no visible request carries: a context, a client, the process."""

    span: Span
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """Something written where others read it: a log, the terminal, an exception's message."""

    span: Span
    """From where the call begins."""
    sink: str
    """What writes it, as the code names it: `print`, `logger.info`, `raise ValueError`, `set -x`."""
    values: tuple[Value, ...]
    """What is written, a map's values among them when it is written whole."""
    headers: tuple[Header, ...] = ()
    """The headers of a map that is written whole."""
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """A MAC that is computed or verified, and the key it is given."""

    keys: tuple[Value, ...]
    span: Span
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A stretch of the file that reaches a browser or a device."""

    span: Span
    reason: str
    """How that is known, as a phrase for a message: `'use client' on line 1`, `an inline <script>`, `under public/`."""
    shared: bool = False
    """Whether it only goes along with a file that imports it: what it says is delivered, and what it does may be done by a server."""


@dataclass(frozen=True, slots=True)
class PublicVariable:
    """An environment variable whose name makes bundlers write its value into what browsers get, where it is read or defined."""

    name: str
    span: Span
    """The name."""
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Handover:
    """A value that a build's configuration puts into what browsers or devices get."""

    name: str
    """What the code that is delivered calls it."""
    values: tuple[Value, ...]
    span: Span
    """Name and value."""
    how: str
    """What hands it over, as a phrase for a message: `'env' of next.config`, `DefinePlugin`."""


@dataclass(frozen=True, slots=True)
class Storage:
    """A write to something that a browser or a device keeps, and that every script of the page can read."""

    span: Span
    """From where the call or the assignment begins."""
    sink: str
    """As the code names it: `localStorage.setItem`, `document.cookie`."""
    names: tuple[Value, ...]
    """What it is kept under."""
    values: tuple[Value, ...]
    """What is kept, the values of a map among them."""
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What the code of a server, or a template that it fills, gives to the client that asked."""

    span: Span
    """From where the call, the `return` or the template's expression begins."""
    sink: str
    """What gives it, as the code names it: `jsonify`, `res.json`, `getServerSideProps`; empty for a template's own expression."""
    how: str
    """As what, as a phrase for a message: `a JSON body`, `page props`, `a cookie without 'HttpOnly'`."""
    entries: tuple[Parameter, ...]
    """What is given, entry by entry; the name is empty text where it has none."""
    context: tuple[str, ...] = ()


@dataclass(slots=True)
class Facts:
    """All that one file says."""

    document: Document
    language: str
    """`python`, `yaml`, `text`, ...: for messages and statistics, never for a check to decide on."""
    candidates: list[Candidate] = field(default_factory=list)
    strings: list[String] = field(default_factory=list)
    bindings: list[Binding] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)
    """Every header, those of requests among them, once."""
    requests: list[Request] = field(default_factory=list)
    unverified: list[Unverified] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    signings: list[Signing] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    """What reaches a browser or a device, in order; of two that overlap, the later one is more exact."""
    reserved: list[Span] = field(default_factory=list)
    """Stretches that stay on the server, in whatever they stand."""
    variables: list[PublicVariable] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)
    storages: list[Storage] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    retries: list[Retry] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    zones: list[tuple[Span, Zone]] = field(default_factory=list)
    """Stretches that are not code, in order, not overlapping. What no stretch holds is code."""
    problems: list[str] = field(default_factory=list)
    """Why a part could not be analysed: short phrases for `Skipped`; the text facts are there all the same."""
    memo: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """What checks worked out about this file, for the next check that needs the same."""

    def zone(self, offset: int) -> Zone:
        """Tell what kind of text stands at `offset`."""
        at = bisect.bisect_right(self.zones, offset, key=lambda zone: zone[0].start) - 1
        return self.zones[at][1] if at >= 0 and offset < self.zones[at][0].end else Zone.CODE

    def delivered(self, offset: int) -> str:
        """Give the reason for which what stands at `offset` reaches a browser or a device; empty if it does not."""
        if _holds(self._sorted("reserved", self.reserved), offset) is not None:
            return ""
        spans = self._sorted("deliveries", [each.span for each in self.deliveries])
        found = _holds(spans, offset)
        return "" if found is None else next(each.reason for each in reversed(self.deliveries) if each.span == found)

    def _sorted(self, name: str, spans: list[Span]) -> list[Span]:
        """Give spans in order, the outer of two that begin together first; sorted anew only when there are more of them."""
        known = self.memo.get(name)
        if not isinstance(known, list) or len(known) != len(spans):
            self.memo[name] = known = sorted(spans, key=lambda span: (span.start, -span.end))
        return known

    def secrets(self) -> Iterator[Text]:
        """Give every text that has a credential's form."""
        for candidate in self.candidates:
            yield candidate.text

    def extend(self, other: Facts) -> None:
        """Add what an embedded piece of the same document says."""
        for name in _LISTS:
            getattr(self, name).extend(getattr(other, name))
        behind = not self.zones or not other.zones or self.zones[-1][0] <= other.zones[0][0]
        self.zones.extend(other.zones)
        if not behind:  # a page has thousands of pieces, nearly always in order
            self.zones.sort(key=lambda zone: zone[0])
