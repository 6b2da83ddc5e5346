"""Compares the findings of a scan with a baseline: which are accepted, which are new, and what is wrong with the entries."""

from __future__ import annotations

import dataclasses
import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sealguard.baseline.entries import veiled
from sealguard.config import nearest, quoted
from sealguard.model import Baselined, Document, Finding, SourceFile, Suppression
from sealguard.sources import git

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sealguard.baseline.entries import Baseline, Entry, Key
    from sealguard.config import Config
    from sealguard.model import Report

STALE: Final = "unused-suppression"
EXPIRED: Final = "expired-suppression"
REASONLESS: Final = "reasonless-suppression"


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
