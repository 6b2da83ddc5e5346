"""The findings that a team has accepted for now: a file of one entry a line, and what a scan says of each.

An entry names a rule, a path, and a fingerprint keyed with the file's own salt: no line number, no time, no secret and
no hash that somebody without the file could look up. The file is JSON Lines, sorted, so that what is edited elsewhere
changes nothing in it, and two branches that each add an entry merge.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sealguard.config import ConfigError, nearest, parse_date, quoted, read_file, shown
from sealguard.model import MASK, Baselined, Document, Finding, SourceFile, Suppression
from sealguard.secrecy import looks_random
from sealguard.sources import git

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sealguard.config import Config
    from sealguard.model import Report

    Key = tuple[str, str, str]

VERSION: Final = 1
MAX_SIZE: Final = 32 * 1024 * 1024
"""In bytes: some hundred thousand entries."""
SALT_BYTES: Final = 32
LONGEST_NOTE: Final = 500
"""How long a reason or an owner may be, in code points."""
LONGEST_PATH: Final = 4096
"""In code points."""

STALE: Final = "unused-suppression"
EXPIRED: Final = "expired-suppression"
REASONLESS: Final = "reasonless-suppression"

_HEADER: Final = "sealguard-baseline"
# The prefixes keep other scanners from taking a salt or a fingerprint for a key: a colon is in no alphabet they know.
_SALT = re.compile(r"hex:([0-9a-f]{64})")
_FINGERPRINT = re.compile(r"hmac:([0-9a-f]{32})")
_RULE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NOTE = re.compile(rf"[^\x00-\x1f\x7f]{{1,{LONGEST_NOTE}}}")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_WORD = re.compile(r"[A-Za-z0-9_+=-]{16,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that are accepted: of one rule, in one file, about one secret or one piece of code."""

    path: str
    """Relative to the baseline's directory, or to the configuration's where that names the baseline."""
    rule: str
    fingerprint: str
    count: int = 1
    """How many such findings the file may have."""
    history: bool = False
    """Whether it is about what only commits hold: it covers nothing in the files that are there."""
    expires: dt.date | None = None
    """The last day on which it counts."""
    owner: str = ""
    reason: str = ""
    line: int = field(default=0, compare=False)
    """Where it was read, from 1."""

    @property
    def key(self) -> Key:
        """What no two entries share."""
        return (self.path, self.rule, self.fingerprint)

    @property
    def note(self) -> str:
        """Reason, owner and expiry in one phrase that is safe to show."""
        details = [f"owner: {self.owner}" if self.owner else "", f"until {self.expires}" if self.expires else ""]
        return veiled(" ".join(filter(None, [self.reason, f"({', '.join(filter(None, details))})" if any(details) else ""])))


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as it was read, or as it is to be written."""

    file: Path
    prefix: str = ""
    """The root of the scan as the paths of entries see it: empty, or ending in `/`."""
    salt: bytes = field(default_factory=lambda: os.urandom(SALT_BYTES), repr=False)
    """What fingerprints are keyed with, in every scan that is compared with it."""
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    """What the file holds."""

    def key(self, finding: Finding) -> Key:
        """Give what an entry for `finding` goes by."""
        return (self.prefix + finding.path, finding.rule, finding.fingerprint)

    def entry(self, finding: Finding) -> Entry | None:
        """Give the entry that is about `finding`, made with this salt, whether or not it is in force.

        A finding of history is about all places where its credential ever was, and one of them that is accepted will do.
        """
        if not finding.fingerprint:
            return None
        if finding.exposure is None:
            entry = self.entries.get(self.key(finding))
            return None if entry is None or entry.history else entry
        paths = (finding.path, *(place.path for place in finding.exposure.places))
        keys = ((self.prefix + path, finding.rule, finding.fingerprint) for path in paths)
        return next((self.entries[key] for key in keys if key in self.entries), None)


# Reading -------------------------------------------------------------------------------------------------------------


def load_baseline(file: Path, prefix: str) -> Baseline:
    """Read a baseline; `prefix` is as in `Baseline`. Raises `ConfigError` where it cannot be read, or is none."""
    where = shown(file)
    if not os.path.lexists(file):
        raise ConfigError(f"{where}: There is no such baseline; run 'sealguard baseline create'.")
    content = read_file(file, "baseline", MAX_SIZE, links=False)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{where}: The baseline is not UTF-8; restore it, or remove it and run 'sealguard baseline create'.") from None
    salt, entries = _parse(text, where)
    return Baseline(file, prefix, salt, entries, text)


def _parse(text: str, where: str) -> tuple[bytes, dict[Key, Entry]]:
    salt: bytes | None = None
    entries: dict[Key, Entry] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if _CONFLICT.match(line):
            raise ConfigError(
                f"{where}:{number}: A merge left a conflict here; keep the entries of both sides and one first line,"
                " remove the marks, and run 'sealguard baseline update'."
            )
        try:
            table = _table(line)
            if salt is None:
                salt = _header(table)
                continue
            entry = _entry(table, number)
        except _FaultError as fault:
            raise ConfigError(f"{where}:{number}: {fault}") from None
        if entry.key in entries:
            raise ConfigError(
                f"{where}:{number}: This repeats the entry of line {entries[entry.key].line}; keep the one whose reason holds."
            )
        entries[entry.key] = entry
    if salt is None:
        raise ConfigError(f"{where}: The baseline is empty; remove it and run 'sealguard baseline create'.")
    return salt, entries


class _FaultError(ValueError):
    """What is wrong with a line, as a sentence that quotes nothing of it."""


def _table(line: str) -> dict[str, Any]:
    try:
        table = json.loads(line, object_pairs_hook=_pairs)
    except _FaultError:
        raise
    except (ValueError, RecursionError):
        raise _FaultError(
            "This is no line of a baseline, which is a JSON object each; mend or remove it. "
            "('sealguard baseline create --from' reads detect-secrets' baseline.)"
        ) from None
    if not isinstance(table, dict):
        raise _FaultError("This is no line of a baseline, which is a JSON object each; mend or remove it.")
    return table


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise _FaultError(f"The line has {quoted(key)} twice; remove one.")
        table[key] = value
    return table


def _header(table: dict[str, Any]) -> bytes:
    version, salt = table.get(_HEADER), table.get("salt")
    found = _SALT.fullmatch(salt) if isinstance(salt, str) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise _FaultError("The baseline was written by a newer sealguard; update sealguard.")
    if version is not VERSION or found is None or len(table) != 2:  # noqa: PLR2004 - version and salt
        raise _FaultError(
            f"A baseline begins with a line that has '{_HEADER}': {VERSION} and a 'salt'; restore it, or remove the file and run"
            " 'sealguard baseline create'."
        )
    return bytes.fromhex(found[1])


def _entry(table: dict[str, Any], line: int) -> Entry:
    for key in table:
        if key not in _FIELDS:
            raise _FaultError(f"There is no key {quoted(key)}{nearest(key[:64], _FIELDS)}; correct or remove it.")
    for key in ("path", "rule", "fingerprint"):
        if key not in table:
            raise _FaultError(f"The entry has no '{key}'; restore or remove the line.")
    values = {}
    for key, value in table.items():
        what, read = _FIELDS[key]
        values[key] = read(value)
        if values[key] is None:
            raise _FaultError(f"'{key}' must be {what}.")
    return Entry(**values, line=line)


def _matching(pattern: re.Pattern[str], group: int = 0) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        found = pattern.fullmatch(value) if isinstance(value, str) else None
        return found[group] if found else None

    return read


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1_000_000 else None  # noqa: PLR2004 - more than any file has


def _path(value: object) -> str | None:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_PATH:
        return None
    try:
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that no path of a file system can hold
        return None
    return value


_FIELDS: Final[dict[str, tuple[str, Callable[[object], Any]]]] = {
    "path": ("a path", _path),
    "rule": ("a rule's id", _matching(_RULE)),
    "fingerprint": ("'hmac:' and 32 hex digits", _matching(_FINGERPRINT, 1)),
    "count": ("a whole number from 1 up", _count),
    "history": ("true", lambda value: value if value is True else None),
    "expires": ("a date such as '2030-01-31'", parse_date),
    "owner": (f"text of one line of up to {LONGEST_NOTE} characters", _matching(_NOTE)),
    "reason": (f"text of one line of up to {LONGEST_NOTE} characters", _matching(_NOTE)),
}
"""What an entry may say, in the order in which it is written: what each must be, and how it is read."""


# Writing -------------------------------------------------------------------------------------------------------------


def rendered(baseline: Baseline) -> str:
    """Give a baseline as its file holds it: the same entries always give the same text."""
    lines = [{_HEADER: VERSION, "salt": f"hex:{baseline.salt.hex()}"}]
    lines += (_fields(baseline.entries[key]) for key in sorted(baseline.entries))
    return "".join(_line(line) + "\n" for line in lines)


def _fields(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {"path": entry.path, "rule": entry.rule, "fingerprint": f"hmac:{entry.fingerprint}"}
    if entry.count > 1:
        said["count"] = entry.count
    if entry.history:
        said["history"] = True
    if entry.expires:
        said["expires"] = entry.expires.isoformat()
    return said | {key: value for key, value in (("owner", entry.owner), ("reason", entry.reason)) if value}


def _line(table: Mapping[str, Any]) -> str:
    text = json.dumps(table, ensure_ascii=False)
    # Letters stay readable; what does not print (bytes of a path that are no UTF-8, marks that turn a line round) is spelled out.
    return text if text.isprintable() else "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def check_note(text: str) -> str:
    """Give back a reason or an owner that may be written. Raises `ValueError`, which says what it must be."""
    text = text.strip()
    if len(text) > LONGEST_NOTE or not text.isprintable():
        raise ValueError(f"one line of up to {LONGEST_NOTE} characters")
    if veiled(text) != text:
        raise ValueError("words: it seems to hold a secret, which must not be written down again")
    return text


def veiled(text: str) -> str:
    """Hide what could be a secret in a line that somebody wrote into a baseline."""
    return _WORD.sub(lambda word: MASK if looks_random(word[0]) else word[0], text)


# Comparing -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry."""

    rule: str
    """Which rule about suppressions it breaks."""
    entry: Entry
    message: str


@dataclass(slots=True)
class Comparison:
    """What a scan says of a baseline, and the other way round."""

    findings: list[Finding] = field(default_factory=list)
    """All of them, those that an entry in force covers marked."""
    fresh: list[Finding] = field(default_factory=list)
    """Those that could be entered and that no entry is about."""
    left: dict[Key, int] = field(default_factory=dict)
    """For each stale entry how many of its findings are left: fewer than it says."""
    moved: dict[Key, str] = field(default_factory=dict)
    """For stale entries whose findings are all in another file now, where no entry is about them: the path of that file."""
    problems: list[Problem] = field(default_factory=list)
    """In the order of the file."""


def looked_at(report: Report, directories: Sequence[str], config: Config) -> Callable[[str], bool]:
    """Give what tells whether a scan looked at a path, or would have if it were there.

    `directories`, and the paths that are asked about, are relative to the root of the scan; an empty one is the root itself.
    """
    chosen = frozenset(map(_raw, directories))
    missed = frozenset(_raw(_reach(skipped.path) if skipped.incomplete else skipped.path) for skipped in report.skipped)

    @cache
    def left_out() -> frozenset[bytes]:
        repository = None if report.history else git.at(report.root)
        try:
            return frozenset(git.left_out(repository) if repository else ())
        except git.GitError:  # the scan itself has met that, and says so
            return frozenset()

    def looked(path: str) -> bool:
        raw = _raw(path)
        return _within(raw, chosen) and config.excluded_by(path) is None and not _within(raw, missed) and not _within(raw, left_out())

    return looked


def _within(path: bytes, places: frozenset[bytes]) -> bool:
    """Tell whether a path is one of `places`, or below one; there may be many of them."""
    return b"" in places or path in places or any(path[: slash.start()] in places for slash in re.finditer(b"/", path))


def _raw(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _reach(path: str) -> str:
    """Give the directory or file that was not looked at because `path` was not: lists of git's decide on all beside them."""
    names = path.split("/")
    if ".git" in names:
        names = names[: names.index(".git")]
    elif names[-1] in {".gitignore", "."}:
        names = names[:-1]
    return "/".join(names)


def compare(
    baseline: Baseline,
    findings: Iterable[Finding],
    config: Config,
    today: dt.date,
    looked: Callable[[str], bool] | None = None,
    *,
    history: bool = False,
) -> Comparison:
    """Compare findings, made with the baseline's salt, with the baseline.

    `today` is the day that dates are compared with. `looked` tells whether the scan looked at a path (relative to its
    root); without it nothing is said to be stale. `history` tells that commits were scanned, and not the files that are there.
    """
    result = Comparison()
    found: Counter[Key] = Counter()
    for finding in findings:
        entry = baseline.entry(finding)
        if finding.suppression is not None or not finding.fingerprint:
            result.findings.append(finding)
        elif entry is None or found[entry.key] == entry.count:
            result.findings.append(finding)
            result.fresh.append(finding)
        else:
            found[entry.key] += 1
            covered = Suppression("baseline", entry.note) if _in_force(entry, config, today) else None
            result.findings.append(dataclasses.replace(finding, suppression=covered))
    if looked is not None:
        short = [entry for entry in baseline.entries.values() if entry.history == history and found[entry.key] < entry.count]
        result.left = {entry.key: found[entry.key] for entry in short if _knowable(entry, baseline, config, looked)}
        result.moved = _moved(result.left, result.fresh, baseline)
        result.problems += (Problem(STALE, entry, _staleness(entry, result)) for entry in short if entry.key in result.left)
        result.problems += _unknown(short)
    result.problems += _void((entry for entry in baseline.entries.values() if found[entry.key]), config, today)
    result.problems.sort(key=lambda problem: problem.entry.line)
    return result


def _in_force(entry: Entry, config: Config, today: dt.date) -> bool:
    return not _ended(entry, today) and bool(entry.reason or not config.require_reason)


def _ended(entry: Entry, today: dt.date) -> bool:
    return entry.expires is not None and entry.expires < today


def _knowable(entry: Entry, baseline: Baseline, config: Config, looked: Callable[[str], bool]) -> bool:
    """Tell whether the scan would have found what an entry covers, if it were there."""
    from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - a scan that finds what it should need not read the pages

    rule, prefix = load_catalogue().get(entry.rule), baseline.prefix
    ran = rule is not None and config.enabled(rule)
    return ran and entry.path.startswith(prefix) and looked(entry.path.removeprefix(prefix))


def _moved(left: Mapping[Key, int], fresh: Sequence[Finding], baseline: Baseline) -> dict[Key, str]:
    """Pair entries of which nothing is left with new findings of the same rule and fingerprint, those in files of the same name first."""
    homes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for path, rule, fingerprint in dict.fromkeys(map(baseline.key, fresh)):
        if (path, rule, fingerprint) not in baseline.entries:
            homes[rule, fingerprint].append(path)
    lost = sorted(key for key, number in left.items() if not number and homes[key[1:]])
    moved: dict[Key, str] = {}
    for same_name in (True, False):
        for key in lost:
            fit = [path for path in homes[key[1:]] if not same_name or _name(path) == _name(key[0])]
            if key not in moved and fit:
                moved[key] = fit[0]
                homes[key[1:]].remove(fit[0])
    return moved


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _staleness(entry: Entry, result: Comparison) -> str:
    left = result.left[entry.key]
    if entry.key in result.moved:
        return f"What the entry covers is in '{result.moved[entry.key]}' now; run 'sealguard baseline update'."
    if left:
        return (
            f"The entry covers {entry.count} findings, of which {left} {'is' if left == 1 else 'are'} left; run 'sealguard baseline prune'."
        )
    return f"Nothing of '{entry.rule}' that the entry covers is in '{entry.path}' any more; run 'sealguard baseline prune'."


def _unknown(entries: Iterable[Entry]) -> Iterator[Problem]:
    from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - as above

    for entry in entries:
        if entry.rule not in load_catalogue():
            near = nearest(entry.rule, load_catalogue())
            yield Problem(STALE, entry, f"{quoted(entry.rule)} is no rule{near}, so the entry covers nothing; correct or remove it.")


def _void(entries: Iterable[Entry], config: Config, today: dt.date) -> Iterator[Problem]:
    for entry in entries:
        if _ended(entry, today):
            yield Problem(EXPIRED, entry, f"The entry ended on '{entry.expires}'; mend what it covers, or set a later date.")
        elif config.require_reason and not entry.reason:
            yield Problem(REASONLESS, entry, "The entry gives no reason and is void; add a 'reason' that says why the finding is accepted.")


# Changing ------------------------------------------------------------------------------------------------------------


class Kind(enum.StrEnum):
    """What can become of an entry."""

    ENTERED = "entered"
    MOVED = "moved"
    RAISED = "raised"
    LOWERED = "lowered"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an entry."""

    kind: Kind
    entry: Entry
    """As it is now; as it was, if it was removed."""
    before: Entry
    """As it was; the same as `entry`, if it is new."""


def updated(baseline: Baseline, result: Comparison, annotate: Callable[[Finding], Mapping[str, Any]]) -> tuple[Baseline, list[Change]]:
    """Enter every new finding; an entry whose findings moved moves with them, and no entry that is there loses what it says.

    `annotate` gives the fields `reason`, `owner` and `expires` of a new entry, as far as there is something to say.
    """
    entries = dict(baseline.entries)
    origins = {(path, *key[1:]): key for key, path in result.moved.items()}
    changes = []
    for key, findings in sorted(_by_key(baseline, result.fresh).items()):
        number = len(findings)
        if key in origins:
            before = entries.pop(origins[key])
            change = Change(Kind.MOVED, dataclasses.replace(before, path=key[0], count=number), before)
        elif key in entries and entries[key].history:
            before = entries[key]
            change = Change(Kind.ENTERED, dataclasses.replace(before, count=number, history=False), before)
        elif key in entries:
            before = entries[key]
            change = Change(Kind.RAISED, dataclasses.replace(before, count=before.count + number), before)
        else:
            entry = Entry(*key, number, findings[0].exposure is not None, **annotate(findings[0]))
            change = Change(Kind.ENTERED, entry, entry)
        entries[key] = change.entry
        changes.append(change)
    return dataclasses.replace(baseline, entries=entries), changes


def _by_key(baseline: Baseline, findings: Iterable[Finding]) -> Mapping[Key, list[Finding]]:
    grouped: defaultdict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[baseline.key(finding)].append(finding)
    return grouped


def pruned(baseline: Baseline, result: Comparison) -> tuple[Baseline, list[Change]]:
    """Remove entries of which nothing is left, except where it has moved, and lower the count of those of which less is left."""
    entries = dict(baseline.entries)
    changes = []
    for key, left in sorted(result.left.items()):
        if key in result.moved:
            continue
        before = entries.pop(key)
        if left:
            entries[key] = dataclasses.replace(before, count=left)
            changes.append(Change(Kind.LOWERED, entries[key], before))
        else:
            changes.append(Change(Kind.REMOVED, before, before))
    return dataclasses.replace(baseline, entries=entries), changes


# Reporting -----------------------------------------------------------------------------------------------------------


def apply(report: Report, baseline: Baseline, config: Config, today: dt.date, looked: Callable[[str], bool] | None = None) -> Comparison:
    """Mark what the baseline covers in a report, and add what is wrong with the baseline; the arguments are those of `compare`."""
    result = compare(baseline, report.findings, config, today, looked)
    file = baseline.file
    path = Path(os.path.relpath(Path(os.path.realpath(file.parent), file.name), report.root)).as_posix()
    report.findings = sorted(
        [*result.findings, *_complaints(result.problems, baseline, path, config)], key=lambda finding: finding.sort_key
    )
    report.baseline = Baselined(
        path=path,
        suppressed=sum(finding.suppression is not None and finding.suppression.kind == "baseline" for finding in result.findings),
        stale=len(result.left),
        expired=sum(problem.rule == EXPIRED for problem in result.problems),
    )
    return result


def _complaints(problems: Sequence[Problem], baseline: Baseline, path: str, config: Config) -> Iterator[Finding]:
    if not problems:
        return
    from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - as above
    from sealguard.masking import line_hash  # noqa: PLC0415 - only complaints need it

    document = Document(SourceFile(path.encode("utf-8", "surrogateescape"), baseline.text.encode("utf-8", "surrogatepass")), baseline.text)
    catalogue = load_catalogue()
    for problem in problems:
        rule = catalogue[problem.rule]
        if not config.enabled(rule):
            continue
        line = document.line_span(problem.entry.line)
        yield Finding(
            rule=rule.id,
            level=config.level(rule.id, rule.level),
            message=problem.message,
            path=path,
            region=document.region(line),
            line_hash=line_hash(veiled(document.slice(line))),  # and no source: the message says what the line is about
        )
