"""The nouns that every layer shares: where bytes come from, where a thing stands in them, and what is said about it."""

from __future__ import annotations

import bisect
import datetime as dt
import enum
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MASK: Final = "…"
_LAST_SECOND: Final = 253_402_300_799
"""Of the year 9999: the largest time that has a date."""


class Level(enum.IntEnum):
    """How bad a finding is, in SARIF's words; greater is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Give the name as SARIF and the command line spell it."""
        return self.name.lower()


class ExitCode(enum.IntEnum):
    """What the process tells its caller; "could not look" is never "clean"."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3


class Origin(enum.StrEnum):
    """Which kind of place the bytes of a file were read from."""

    WORKTREE = "worktree"
    INDEX = "index"
    STDIN = "stdin"
    COMMIT = "commit"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of a document's text, in code points."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as a source gives it: bytes, not yet text."""

    path: bytes
    """Relative to the root of the scan, `/`-separated, as the file system or git spells it."""
    content: bytes
    origin: Origin = Origin.WORKTREE
    tracked: bool | None = None
    """Whether git tracks it; `None` where there is no git to ask."""
    object: str = ""
    """The id of git's object that has its content; empty outside history."""

    @property
    def name(self) -> str:
        """The path as text; bytes that are no UTF-8 become lone surrogates, so that it can be turned back."""
        return self.path.decode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Region:
    """A span as reports need it. Lines and columns count from 1, ends are exclusive, lines end at LF, CRLF or CR."""

    start_line: int
    start_column: int
    """In code points."""
    end_line: int
    end_column: int
    start_column_utf16: int
    end_column_utf16: int
    byte_offset: int
    byte_length: int
    char_offset: int
    char_length: int


APART: Final = 1 << 40
"""How far apart the offsets of different files are, where one file's facts speak of others: no file is as long."""


class Neighbours(Protocol):
    """The files that what a file says draws on, each of which has a range of offsets of its own; see `sealguard.link`."""

    def document(self, number: int) -> Document:
        """Give the file whose offsets begin at `number * APART`, from 1."""


class Document:
    """A decoded file. Offsets into `text` are what every span of this project counts in.

    An offset of `APART` or more is one of a neighbour's: a value that is written there and used here. Every question about
    such a span is answered by the file that it is in; lines of neighbours are numbered from `APART` on, too.
    """

    def __init__(self, file: SourceFile, text: str, encoding: str = "utf-8", bom: int = 0, neighbours: Neighbours | None = None) -> None:
        """Take `bom` as the number of bytes before the first one of `text`."""
        self.file = file
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.neighbours = neighbours

    def home(self, offset: int) -> tuple[Document, int]:
        """Give the file that an offset is in, and where that file's own offsets begin."""
        number = offset // APART
        if not number or self.neighbours is None:
            return self, 0
        return self.neighbours.document(number), number * APART

    def alone(self) -> Document:
        """Give the same file without its neighbours."""
        return Document(self.file, self.text, self.encoding, self.bom)

    @property
    def path(self) -> str:
        """The file's path as text."""
        return self.file.name

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        text = self.text
        at = text.find("\n")
        if "\r" not in text:
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
            return starts
        return [*starts, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def line_number(self, offset: int) -> int:
        """Give the line, from 1, that `offset` is on."""
        if offset >= APART:
            document, base = self.home(offset)
            return base + document.line_number(offset - base)
        return bisect.bisect_right(self._line_starts, offset)

    def line_span(self, number: int) -> Span:
        """Give the span of line `number` (from 1) without its line end."""
        if number >= APART:
            document, base = self.home(number)
            inner = document.line_span(number - base)
            return Span(base + inner.start, base + inner.end)
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def line(self, number: int) -> str:
        """Give the text of line `number` (from 1) without its line end."""
        return self.slice(self.line_span(number))

    @property
    def line_count(self) -> int:
        """How many lines there are; a file that ends in a line end has an empty last one."""
        return len(self._line_starts)

    def slice(self, span: Span) -> str:
        """Give the text of a span."""
        if span.start >= APART:
            document, base = self.home(span.start)
            return document.text[span.start - base : span.end - base]
        return self.text[span.start : span.end]

    def region(self, span: Span) -> Region:
        """Say where a span stands in lines, columns and bytes of the file that it is in."""
        if span.start >= APART:
            document, base = self.home(span.start)
            return document.region(Span(span.start - base, span.end - base))
        first, last = self.line_number(span.start), self.line_number(max(span.start, span.end - 1))
        first_start, last_start = self._line_starts[first - 1], self._line_starts[last - 1]
        before, inside = self.text[: span.start], self.text[span.start : span.end]
        return Region(
            start_line=first,
            start_column=span.start - first_start + 1,
            end_line=last,
            end_column=span.end - last_start + 1,
            start_column_utf16=_utf16_length(self.text[first_start : span.start]) + 1,
            end_column_utf16=_utf16_length(self.text[last_start : span.end]) + 1,
            byte_offset=self.bom + self._byte_length(before),
            byte_length=self._byte_length(inside),
            char_offset=span.start,
            char_length=span.end - span.start,
        )

    def _byte_length(self, text: str) -> int:
        if self.encoding == "utf-8":
            return len(text) if text.isascii() else len(text.encode("utf-8", "surrogateescape"))
        return len(text.encode(self.encoding, "surrogatepass"))


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Secret:
    """A value that must not get out: every way to show, format or pickle it gives a mask.

    The raw text can be had only by `reveal`, inside the process that read it.
    """

    __slots__ = ("_raw", "mask")

    def __init__(self, raw: str) -> None:
        """Keep `raw` for as long as this process needs it."""
        self._raw: str | None = raw
        self.mask = mask(raw)

    def reveal(self) -> str:
        """Give the raw text. Raises `ValueError` on a copy that crossed a process boundary."""
        if self._raw is None:
            raise ValueError("The raw text of a secret does not cross process boundaries.")
        return self._raw

    def fingerprint(self, key: bytes) -> str:
        """Give a keyed hash: equal secrets have equal ones, and nothing can be guessed without `key`."""
        import hashlib  # noqa: PLC0415 - a clean run has no secrets, and these cost it 8 ms

        return fingerprint(hashlib.sha1(self.reveal().encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(), key)

    def __eq__(self, other: object) -> bool:
        """Compare raw texts in constant time."""
        if not isinstance(other, Secret) or self._raw is None or other._raw is None:
            return NotImplemented
        import hmac  # noqa: PLC0415 - see `fingerprint`

        return hmac.compare_digest(self._raw.encode("utf-8", "surrogatepass"), other._raw.encode("utf-8", "surrogatepass"))

    def __hash__(self) -> int:
        """Hash within this process only (Python's string hash is salted)."""
        return hash(self._raw)

    def __repr__(self) -> str:
        """Show the mask."""
        return f"Secret({self.mask})"

    def __str__(self) -> str:
        """Show the mask."""
        return self.mask

    def __format__(self, spec: str) -> str:
        """Format the mask."""
        return format(self.mask, spec)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the mask alone."""
        return (_masked, (self.mask,))


def fingerprint(digest: str, key: bytes) -> str:
    """Give the fingerprint (HMAC-SHA256, 32 hex digits) of a secret of which only the SHA-1 is known, in hex.

    Fingerprints are made of that rather than of the secret because detect-secrets knows no more of what it has accepted.
    """
    import hashlib  # noqa: PLC0415 - see `Secret.fingerprint`
    import hmac  # noqa: PLC0415

    return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()[:32]


def _masked(shown: str) -> Secret:
    secret = Secret.__new__(Secret)
    secret._raw = None  # noqa: SLF001 - this is the class's own second constructor
    secret.mask = shown
    return secret


def mask(raw: str) -> str:
    """Give what may be shown of a secret: a documented prefix (`sm_`, `sm_live_`, `whsec_`, `eyJ`) and how long it is."""
    for prefix in ("sm_live_", "sm_test_", "sm_", "whsec_", "eyJ"):
        if raw.startswith(prefix) and len(raw) >= len(prefix) + 16:
            return f"{prefix}{MASK}"
    return MASK


MOST_RELATED: Final = 20
"""How many other places of one finding are told: nobody follows more."""
IMPORTED: Final = "imported here"
"""The message of a place that only makes what is written in one file known in another."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about: where the literal is used, or where the header is set."""

    message: str
    path: str
    region: Region
    via: tuple[Related, ...] | None = None
    """Where what is written at the finding comes by on its way here, in order; `None` where it is not on its way here."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as reports name it."""

    id: str
    """In hex, whole."""
    time: int
    """When it was committed, in seconds since 1970."""
    author: str = ""
    """Empty unless it was asked for."""

    @property
    def date(self) -> str:
        """The day, in UTC, as `2030-01-31`."""
        return dt.datetime.fromtimestamp(min(max(self.time, 0), _LAST_SECOND), dt.UTC).date().isoformat()


@dataclass(frozen=True, slots=True)
class Place:
    """A path under which history had a secret."""

    path: str
    line: int
    """In the newest version that had it."""
    first: Commit | None
    """The earliest commit that had it there; `None` where no commit reaches it."""
    last: Commit | None
    """The latest one."""
    current: bool
    """Whether `HEAD` has it there."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Since when, where and how far a secret has been in a repository's history."""

    first: Commit | None
    """The earliest commit that had it; `None` where no commit reaches it."""
    last: Commit | None
    """The latest one."""
    refs: tuple[str, ...]
    """The branches, tags and other names whose history has it."""
    current: bool
    """Whether `HEAD` has it."""
    worktree: bool | None
    """Whether the work tree has it; `None` where there is none."""
    days: int
    """For how many days it has been there: from the first commit until now, for history keeps what a later commit removes."""
    places: tuple[Place, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether it is in history only."""
        return not self.current and not self.worktree


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count."""

    kind: str
    """`inline`, `configuration`, `baseline`, or `diff-base` for what is no news."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken at a place. It holds nothing raw: it may cross processes and be written anywhere."""

    rule: str
    level: Level
    message: str
    """One sentence: what, where, and what to do, dynamic parts in single quotes."""
    path: str
    region: Region
    source: tuple[str, ...] = ()
    """The source lines of the region (at most three), every secret of the file masked."""
    underline: tuple[int, int] = (0, 0)
    """Where the region stands in `source[0]`, in code points from 0, after masking."""
    fingerprint: str = ""
    """Keyed hash of the secret, or of rule and code where there is none: neither path nor lines nor layout change it."""
    line_hash: str = ""
    """GitHub's `primaryLocationLineHash` over the masked lines, without the occurrence number."""
    related: tuple[Related, ...] = ()
    suppression: Suppression | None = None
    credential: bool = False
    """Whether the fingerprint is a credential's: where it is the same, so is the credential."""
    object: str = ""
    """The id of git's object that it was found in; empty outside history."""
    linked: bool = False
    """Whether it takes another file to see it: what is written here is used there."""
    exposure: Exposure | None = None
    """What history knows of the credential, where history was scanned."""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order findings by path, then place, then rule."""
        return (self.path, self.region.char_offset, self.region.char_length, self.rule)


class Sort(enum.StrEnum):
    """What an observation is of."""

    CREDENTIAL = "credential"
    """A credential that is written out."""
    READ = "read"
    """A credential that is read at run time: from the environment, a store, a file."""
    DEFINITION = "definition"
    """Where the name that a credential goes under is given something."""
    MENTION = "mention"
    """Where a document, a comment or a sample of configuration names it."""
    CALL = "call"
    """A request to the API."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Something that a file says about Sealmetrics, right or wrong. It holds nothing raw."""

    sort: Sort
    path: str
    line: int
    name: str = ""
    """What a credential goes under: the environment variable, the store's entry, the key of configuration."""
    kind: str = ""
    """Which kind of credential: `api-key`, `token`, `jwt`, `password`, `webhook-secret`."""
    where: str = ""
    """Of a read: `environment`, `store`, `file`. Of a definition: `literal`, `secret` (of a store), `reference`, `placeholder`, `empty`."""
    method: str = ""
    """Of a call; empty where it cannot be seen."""
    endpoint: str = ""
    """Of a call: host and path, `{}` for what is not known."""
    uses: tuple[str, ...] = ()
    """The credentials that a call carries: names, and fingerprints of what is written out."""
    marks: frozenset[str] = frozenset()
    """What else is known of it, a word each."""
    fingerprint: str = ""
    """As findings have it."""
    scopes: tuple[str, ...] = ()
    """What a JWT says that it may do."""
    issued: int | None = None
    """When a JWT was made, in seconds since 1970."""
    expires: int | None = None
    """When it expires."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """What the scanned tree says on its own findings, and was not listened to."""

    what: str
    """`configuration`, `baseline`, or `inline` for a comment."""
    path: str
    line: int = 0
    """Of a comment, from 1."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that was not looked at."""

    path: str
    reason: str
    """A short phrase that fits after "skipped: "."""
    incomplete: bool = True
    """Whether the scan is incomplete because of it (exit 3); a binary file, say, is skipped on purpose and is not."""


@dataclass(frozen=True, slots=True)
class Baselined:
    """What came of comparing a report's findings with a baseline."""

    path: str
    """Relative to the root of the scan."""
    suppressed: int
    """How many findings it covers."""
    stale: int
    """How many of its entries cover fewer findings than they say, as far as the scan could know."""
    expired: int
    """How many of its entries have ended, and their findings are still there."""


@dataclass(slots=True)
class Report:
    """All that one run has to say."""

    findings: list[Finding] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    analysed: int = 0
    """How many files triage kept."""
    root: str = "."
    history: bool = False
    """Whether git's objects were scanned rather than files."""
    interrupted: bool = False
    """Whether somebody ended the scan early."""
    baseline: Baselined | None = None
    """`None` where there is no baseline."""
    observations: list[Observation] = field(default_factory=list)
    """What files say beside their faults, where it was asked for."""
    ignored: list[Ignored] = field(default_factory=list)
    """What the tree says on its own findings, where it is not trusted."""

    @property
    def active(self) -> Sequence[Finding]:
        """The findings that are not suppressed."""
        return [f for f in self.findings if f.suppression is None]

    @property
    def suppressed(self) -> Sequence[Finding]:
        """The findings that are suppressed."""
        return [f for f in self.findings if f.suppression is not None]

    @property
    def incomplete(self) -> bool:
        """Whether something that should have been looked at was not."""
        return any(s.incomplete for s in self.skipped)

    def extend(self, findings: Iterable[Finding], skipped: Iterable[Skipped]) -> None:
        """Add what a worker found."""
        self.findings.extend(findings)
        self.skipped.extend(skipped)

    def exit_code(self, fail_on: Level) -> ExitCode:
        """Give the process's exit code: findings at or above `fail_on` come before incompleteness."""
        if any(f.level >= fail_on for f in self.active):
            return ExitCode.FINDINGS
        return ExitCode.INCOMPLETE if self.incomplete else ExitCode.CLEAN
