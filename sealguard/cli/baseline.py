"""`sealguard baseline`: keeps the file of accepted findings. Each command scans, compares, and says what it changed or would."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sealguard import engine, history
from sealguard.baseline import Baseline, Change, Comparison, Kind, check_note, compare, load_baseline, looked_at, pruned, rendered, updated
from sealguard.cli import scope, terminal
from sealguard.cli.history import repository_of
from sealguard.cli.options import LEVELS, Choice, Group, color, debug, level, option
from sealguard.cli.progress import progress_bar
from sealguard.cli.scope import Scope, chosen, working
from sealguard.config import ConfigError, parse_date, shown
from sealguard.migration import Migration, load_accepted
from sealguard.model import ExitCode, Level, Report
from sealguard.reports.output import OutputError, check_target, write
from sealguard.reports.summary import plural
from sealguard.reports.text import MIN_WIDTH, Style, incomplete, joined, wrap
from sealguard.sources.git import GitError
from sealguard.sources.worktree import Worktree, scan_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sealguard.config import Config
    from sealguard.model import Finding

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])

LISTED = 50
"""How many changes or problems are named; the file and `git diff` have all of them."""


@dataclass(frozen=True, slots=True)
class Request(Scope):
    """All that was typed, or set in the environment."""

    color: str
    history: bool
    require_reason: bool = False
    reason: str = ""
    owner: str = ""
    expires: dt.date | None = None
    origin: Path | None = None
    """detect-secrets' baseline, which says what is accepted."""
    fail_on: Level | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One scan and what it says of a baseline."""

    request: Request
    config: Config
    baseline: Baseline
    report: Report
    result: Comparison
    style: Style

    @property
    def name(self) -> str:
        """The baseline's file, as messages show it."""
        return shown(self.baseline.file)


@click.group(
    cls=Group,
    short_help="Accept the findings that are there, so that only new ones are reported.",
    examples={
        "sealguard baseline create --reason 'before sealguard'": "accept what is there",
        "sealguard baseline check": "tell what is new or no longer needed",
    },
)
@debug
def command() -> None:
    """Keep a file of accepted findings; 'sealguard scan' reports what is not in it.

    An entry names a rule, a file, and a keyed fingerprint of the secret or of the code; it has no line number, so edits
    elsewhere change nothing. Commit the file.
    """


def _arguments(*parts: Callable[[Any], Any]) -> Callable[[Decorated], Decorated]:
    """Declare what every one of these commands takes, and `parts` in the middle."""

    def declare(command: Decorated) -> Decorated:
        command = working(color(debug(command)))
        for decorate in reversed((_history, *parts)):
            command = decorate(command)
        return chosen(command)

    return declare


def _note(_ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    try:
        return check_note(value or "")
    except ValueError as error:
        raise terminal.WrongUseError(f"'--{parameter.name}' must be {error}.") from None


def _day(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    day = parse_date(value)
    if value is not None and (day is None or day < dt.datetime.now(dt.UTC).date()):
        raise terminal.WrongUseError("'--expires' must be a date from today on, such as '2030-01-31'.")
    return day


_history = option("--history", is_flag=True, help="Scan what the repository's commits hold, not the files that are there.")
_require_reason = option(
    "--require-reason", is_flag=True, help="Hold entries without a reason void.  [default: what the configuration says]"
)
_annotations = (
    option("--reason", callback=_note, metavar="TEXT", help="Why the findings that are entered are accepted."),
    option("--owner", callback=_note, metavar="NAME", help="Who looks after them."),
    option("--expires", callback=_day, metavar="DATE", help="The last day on which they are accepted."),
    option(
        "--from",
        "origin",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Enter only what detect-secrets' baseline FILE has accepted.",
    ),
    _require_reason,
)


@command.command("create", short_help="Write a new baseline of everything that is found.")
@_arguments(*_annotations)
def create(**typed: object) -> int:
    """Write a new baseline of everything that is found.

    What comments or the configuration suppress is not entered. A baseline that is there is not overwritten.
    """
    return _guarded(_create, typed)


@command.command("update", short_help="Enter what is new, and follow what has moved.")
@_arguments(*_annotations)
def update(**typed: object) -> int:
    """Enter what is new, and follow what has moved to another file.

    Entries keep their reasons, owners and dates. Those of which nothing is left stay until 'prune'.
    """
    return _guarded(_update, typed)


@command.command("check", short_help="Tell what is new, stale, expired or without a reason, and change nothing.")
@_arguments(
    _require_reason,
    option("--fail-on", type=Choice(list(LEVELS)), callback=level, help="The lowest level of a new finding that counts."),
)
def check(**typed: object) -> int:
    """Tell what is new, stale, expired or without a reason, and change nothing.

    The exit code is 1 if there is any of it: it is what a build runs that wants the baseline to be right, not only complete.
    """
    return _guarded(_check, typed)


@command.command("prune", short_help="Remove entries of which nothing is left.")
@_arguments()
def prune(**typed: object) -> int:
    """Remove entries of which nothing is left.

    Entries of files that the scan did not look at stay, and so do those whose findings are in another file now.
    """
    return _guarded(_prune, typed)


def _guarded(run: Callable[[Request], ExitCode], typed: Mapping[str, object]) -> int:
    try:
        return run(Request(**typed))  # type: ignore[arg-type]  # click's names and types are the fields'
    except (ConfigError, OutputError, GitError) as error:
        raise terminal.WrongUseError(str(error)) from None


# What they do --------------------------------------------------------------------------------------------------------


def _create(request: Request) -> ExitCode:
    root, config = _configuration(request)
    file, prefix, _ = scope.baseline_file(request, root, config)
    if os.path.lexists(file):
        raise terminal.WrongUseError(f"'{shown(file)}' is there already; 'sealguard baseline update' enters what is new.")
    check_target(file)
    return _enter(request, root, config, Baseline(file, prefix))


def _update(request: Request) -> ExitCode:
    root, config = _configuration(request)
    return _enter(request, root, config, _load(request, root, config))


def _enter(request: Request, root: str, config: Config, baseline: Baseline) -> ExitCode:
    accepted = load_accepted(request.origin) if request.origin else []
    run = _scan(request, root, config, baseline)
    migration = Migration.of(request.origin, accepted, run.report.root, baseline.salt) if request.origin else None
    entered = run.result
    if migration:
        entered = dataclasses.replace(entered, fresh=[finding for finding in entered.fresh if migration.of_finding(finding)], moved={})
    after, changes = updated(baseline, entered, lambda finding: _annotation(request, migration, finding))
    if config.require_reason and any(change.kind is Kind.ENTERED and not change.entry.reason for change in changes):
        raise terminal.WrongUseError("A reason is required for what is entered; give one with '--reason'.")
    _save(run, after)
    terminal.write(_entered(run, after, changes, migration))
    return _code(run)


def _annotation(request: Request, migration: Migration | None, finding: Finding) -> dict[str, Any]:
    accepted = migration.of_finding(finding) if migration else None
    reason = request.reason
    if accepted and request.origin and not reason:
        reason = f"accepted in {request.origin.name} ({accepted.note})"
    return {"reason": reason, "owner": request.owner, "expires": request.expires}


def _check(request: Request) -> ExitCode:
    root, config = _configuration(request)
    run = _scan(request, root, config, _load(request, root, config))
    homes = {(path, *key[1:]) for key, path in run.result.moved.items()}  # the problems tell of these
    new = [one for one in run.result.fresh if one.level >= config.fail_on and run.baseline.key(one) not in homes]
    terminal.write(_checked(run, new))
    return ExitCode.FINDINGS if new or run.result.problems else _code(run)


def _prune(request: Request) -> ExitCode:
    root, config = _configuration(request)
    run = _scan(request, root, config, _load(request, root, config))
    after, changes = pruned(run.baseline, run.result)
    _save(run, after)
    terminal.write(_pruned(run, changes))
    return _code(run)


def _configuration(request: Request) -> tuple[str, Config]:
    scope.check(request)
    if request.history:
        root = repository_of(request.paths).top
    else:
        scope.check_paths(request.paths)
        root = scan_root(request.paths or (".",))
    config = scope.configuration(request, root)
    return root, dataclasses.replace(
        config, fail_on=request.fail_on or config.fail_on, require_reason=request.require_reason or config.require_reason
    )


def _load(request: Request, root: str, config: Config) -> Baseline:
    file, prefix, _ = scope.baseline_file(request, root, config)
    return load_baseline(file, prefix)


def _scan(request: Request, root: str, config: Config, baseline: Baseline) -> Run:
    settings = scope.settings(request, config, root, baseline)
    paths = request.paths or (".",)
    with progress_bar(shown=not request.no_progress and sys.stderr.isatty(), what="objects" if request.history else "files") as progress:
        if request.history:
            report = history.scan(history.Span(repository_of(request.paths)), settings, jobs=request.jobs, progress=progress)
        else:
            source = Worktree(paths, root, config.exclude, config.prefix, config.max_file_size)
            report = engine.scan(source, settings, jobs=request.jobs, progress=progress)
    looked = looked_at(report, [""] if request.history else scope.relative(paths, root), config)
    result = compare(baseline, report.findings, config, settings.today, looked, history=request.history)
    width, colored = max(MIN_WIDTH, terminal.width(sys.stdout)), terminal.use_color(request.color, sys.stdout)
    return Run(request, config, baseline, report, result, Style(width, colored, terminal.holds_unicode(sys.stdout)))


def _save(run: Run, after: Baseline) -> None:
    if run.report.interrupted:
        raise KeyboardInterrupt  # whoever ended the scan wants no file of the half of it
    text = rendered(after)
    if text != run.baseline.text:
        write(run.baseline.file, [text])


def _code(run: Run) -> ExitCode:
    return ExitCode.INCOMPLETE if run.report.incomplete else ExitCode.CLEAN


# What they say -------------------------------------------------------------------------------------------------------


def _entered(run: Run, after: Baseline, changes: list[Change], migration: Migration | None) -> Iterator[str]:
    yield from _changes(run, changes)
    if migration:
        yield from _unmatched(run, migration)
    yield from incomplete(run.report, run.style)
    kinds = Counter(change.kind for change in changes)
    stale = len(run.result.left) - kinds[Kind.MOVED]
    parts = (
        plural(kinds[Kind.ENTERED], "new entry", "new entries") if kinds[Kind.ENTERED] else "" if changes else "Nothing new",
        f"{kinds[Kind.MOVED]} moved" if kinds[Kind.MOVED] else "",
        f"{kinds[Kind.RAISED]} raised" if kinds[Kind.RAISED] else "",
        f"{stale} stale ('prune' removes them)" if stale else "",
        f"{plural(len(after.entries), 'entry', 'entries')} in '{run.name}'",
    )
    yield from _closing(run, parts, "1;33" if run.report.incomplete else "1;32")


def _unmatched(run: Run, migration: Migration) -> Iterator[str]:
    """Tell what detect-secrets has accepted and no finding is, and how many findings it has not accepted."""
    missing = sorted(migration.without([*run.result.findings]), key=lambda accepted: (accepted.path, accepted.line))
    if missing:
        hint = "" if run.config.generic_secrets else "; '--generic-secrets' looks for other vendors' secrets, too"
        yield from _said(run, f"Accepted by detect-secrets, and not found by a rule of sealguard{hint}:", "1")
        yield from _list(run, (f"{one.path}:{one.line}: {one.note}" for one in missing))
    others = sum(migration.of_finding(finding) is None for finding in run.result.fresh)
    if others:
        yield from _said(
            run, f"{plural(others, 'finding')} that detect-secrets has not accepted {'is' if others == 1 else 'are'} still reported.", "1"
        )


def _pruned(run: Run, changes: list[Change]) -> Iterator[str]:
    yield from _changes(run, changes)
    yield from incomplete(run.report, run.style)
    kinds = Counter(change.kind for change in changes)
    moved = len(run.result.moved)
    parts = (
        f"{plural(kinds[Kind.REMOVED], 'entry', 'entries')} removed" if kinds[Kind.REMOVED] else "Nothing to remove",
        f"{kinds[Kind.LOWERED]} lowered" if kinds[Kind.LOWERED] else "",
        f"{moved} moved ('update' follows them)" if moved else "",
        f"{plural(len(run.baseline.entries) - kinds[Kind.REMOVED], 'entry', 'entries')} in '{run.name}'",
    )
    yield from _closing(run, parts, "1;33" if run.report.incomplete else "1;32")


def _checked(run: Run, new: list[Finding]) -> Iterator[str]:
    problems = run.result.problems
    yield from _list(run, (f"{run.name}:{problem.entry.line}: {problem.message}" for problem in problems))
    yield from _list(
        run,
        (
            f"{finding.path}:{finding.region.start_line}:{finding.region.start_column}: "
            f"'{finding.rule}' is not in the baseline; mend it, or run 'sealguard baseline update'."
            for finding in new
        ),
    )
    yield from incomplete(run.report, run.style)
    parts = (
        "" if new or problems else "Nothing to mend",
        f"{len(new)} new" if new else "",
        plural(len(problems), "entry to mend", "entries to mend") if problems else "",
        f"{plural(len(run.baseline.entries), 'entry', 'entries')} in '{run.name}'",
    )
    yield from _closing(run, parts, "1;31" if new or problems else "1;33" if run.report.incomplete else "1;32")


def _changes(run: Run, changes: Iterable[Change]) -> Iterator[str]:
    yield from _list(run, map(_told, changes))


def _told(change: Change) -> str:
    entry, before = change.entry, change.before
    times = f", {entry.count} times" if entry.count > 1 else ""
    match change.kind:
        case Kind.ENTERED:
            return f"+ {entry.path}: {entry.rule}{times}"
        case Kind.MOVED:
            return f"> {before.path} -> {entry.path}: {entry.rule}{times}"
        case Kind.REMOVED:
            return f"- {entry.path}: {entry.rule}{times}"
        case _:
            return f"{'+' if change.kind is Kind.RAISED else '-'} {entry.path}: {entry.rule}, {before.count} -> {entry.count}"


def _list(run: Run, texts: Iterable[str]) -> Iterator[str]:
    lines = list(texts)
    for text in lines[:LISTED]:
        first, *others = wrap(run.style.shown(text), run.style.width - 4)
        yield f"  {first}\n"
        yield from (f"    {line}\n" for line in others)
    if len(lines) > LISTED:
        yield f"  and {len(lines) - LISTED:,} more\n"


def _said(run: Run, text: str, codes: str) -> Iterator[str]:
    yield from (f"{run.style.paint(line, codes)}\n" for line in wrap(run.style.shown(text), run.style.width))


def _closing(run: Run, parts: Iterable[str], codes: str) -> Iterator[str]:
    separator = " \u00b7 " if run.style.unicode else " - "
    for line in joined((run.style.shown(part) for part in parts if part), separator, run.style.width):
        yield from (run.style.paint(piece, codes) + "\n" for piece in wrap(line, run.style.width))
