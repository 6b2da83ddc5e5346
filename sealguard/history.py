"""From a repository's whole history, or a part of it, to a report: one finding for each credential, with all its places and commits.

Every object is sifted once, in the order in which it is packed; only for the few that are kept is it asked which commits had
them, under which paths; each such version is then judged as any file is.
"""

from __future__ import annotations

import dataclasses
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from sealguard import engine
from sealguard.config import SHARED_TOKEN
from sealguard.model import Commit, Exposure, Place, Report, Skipped
from sealguard.sources import commits, git
from sealguard.sources.commits import Version, submodules
from sealguard.sources.large_files import LargeFiles
from sealguard.sources.objects import Objects, Versions
from sealguard.sources.timeline import Presence, Timeline
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sealguard.analysis import Settings
    from sealguard.engine import Progress
    from sealguard.model import Finding, Related
    from sealguard.sources.commits import Extent, Ref
    from sealguard.sources.git import Repository
    from sealguard.sources.timeline import Moment

DAY: Final = 86_400
BRIEF: Final = 0.4
"""How much is judged after an interrupt, in seconds."""
MAX_PLACES: Final = 1000
"""How many places of a credential are told; nobody reads more."""
MAX_REFS: Final = 100
"""How many names."""


class Seen(NamedTuple):
    """A finding in one version of a file, and where in history that version was."""

    presence: Presence
    finding: Finding


@dataclass(frozen=True, slots=True)
class Span:
    """Which history is scanned."""

    repository: Repository
    extent: Extent | None = None
    """A range of commits; none: everything that a name reaches."""
    unreachable: bool = False
    """Whether objects count that no name reaches any more."""
    authors: bool = False
    """Whether commits are told with their authors."""
    now: float = dataclasses.field(default_factory=time.time)
    """Until when exposure is counted, in seconds since 1970."""
    worktree: frozenset[str] | None = None
    """The fingerprints of the credentials in the work tree, where they are known already."""


def scan(span: Span, settings: Settings, *, jobs: int | None = None, progress: Progress | None = None) -> Report:
    """Scan a history, and those of the submodules that are here too where no range is given.

    `jobs`, `progress` and interrupts are as in `engine.scan`. Raises `git.GitError` where there is nothing to read.
    """
    start = time.perf_counter()
    with engine.terminable():
        report = _scan(span, settings, jobs, progress)
        if span.extent is None and not report.interrupted:
            _scan_submodules(span, report, settings, jobs, progress)
    report.findings.sort(key=lambda finding: finding.sort_key)
    report.seconds = time.perf_counter() - start
    return report


def _scan_submodules(span: Span, report: Report, settings: Settings, jobs: int | None, progress: Progress | None) -> None:
    path = "."
    found = submodules(span.repository)
    while not report.interrupted:
        try:
            path, repository = next(found)
            _include(report, _scan(dataclasses.replace(span, repository=repository), settings, jobs, progress), path)
        except StopIteration:
            return
        except git.GitError as error:
            report.skipped.append(Skipped(path, f"its history could not be looked at: {error}"))
        except KeyboardInterrupt:
            _interrupt(report)


def _scan(span: Span, settings: Settings, jobs: int | None, progress: Progress | None) -> Report:
    sifted = engine.sift(Objects(span.repository, span.extent, settings.config.max_file_size), settings, jobs=jobs, progress=progress)
    report, kept = sifted.report, sifted.kept
    large: Mapping[bytes, Path] = {}
    report.history = True
    found: _Found | None = None
    try:
        if not report.interrupted:
            report.skipped += _gaps(span)
            large = _large(span, sifted, settings, jobs) if sifted.pointers else {}
            kept = [*kept, *large]
            found = _find(span, kept, report) if kept and not report.interrupted else None
        _judge(span, found or _nowhere(kept), large, report, settings, jobs)
    except KeyboardInterrupt:
        if report.interrupted:  # whoever says so twice does not want to see what there is
            raise
        _interrupt(report)
        if found is None:
            _judge(span, _nowhere(kept), large, report, settings, jobs)
    return report


def _interrupt(report: Report) -> None:
    report.interrupted = True
    report.skipped.append(Skipped(".", "the scan was interrupted"))


def _gaps(span: Span) -> Iterator[Skipped]:
    """Tell what of the history is not here."""
    repository = span.repository
    try:
        named = commits.refs(repository)
        yield from (Skipped(ref.name, "what this name stands for is not here") for ref in named if not ref.kind)
        extent = span.extent or commits.everything(repository, named)
        cut = commits.cut(repository)
        if cut and (span.extent is None or any(commit.id in cut for commit in commits.walk(repository, extent))):
            yield Skipped(".", "its older commits are not here (a shallow clone); 'git fetch --unshallow' brings them")
        # Asking costs as much as a quarter of the scan, and elsewhere git itself does not let objects go missing.
        partial = commits.partial(repository)
        if (partial or commits.borrows(repository)) and (count := commits.missing(repository, extent)):
            why = "a partial clone" if partial else "'objects/info/alternates' names another repository"
            yield Skipped(".", f"{count:,} objects of its history are not here ({why}); a full clone has them")
    except git.GitError as error:
        yield Skipped(".", f"whether all of its history is here could not be found out: {error}")


def _large(span: Span, sifted: engine.Sifted, settings: Settings, jobs: int | None) -> dict[bytes, Path]:
    """Sift what Git LFS keeps, and give the files that are kept, each by the id of the blob that points to it."""
    directory = commits.common(span.repository) / "lfs" / "objects"
    files = LargeFiles(directory, frozenset(sifted.pointers), settings.config.max_file_size)
    if absent := len(sifted.pointers - set(files.names())):
        sifted.report.skipped.append(
            Skipped(".", f"the contents of {absent:,} Git LFS files are not here; 'git lfs fetch --all' brings them")
        )
    inner = engine.sift(files, settings, jobs=jobs)
    sifted.report.files += inner.report.files
    sifted.report.bytes += inner.report.bytes
    sifted.report.skipped += inner.report.skipped
    sifted.report.interrupted |= inner.report.interrupted
    long = commits.long_ids(span.repository)
    return {files.pointer(name, long=long): files.path(name) for name in inner.kept}


def _include(report: Report, inner: Report, path: str) -> None:
    """Add the report of a submodule at `path`."""

    def below(name: str) -> str:
        return path if name == "." else f"{path}/{name}"

    def moved(place: Related) -> Related:
        via = None if place.via is None else tuple(map(moved, place.via))
        return dataclasses.replace(place, path=below(place.path), via=via)

    for finding in inner.findings:
        places = tuple(dataclasses.replace(place, path=below(place.path)) for place in finding.exposure.places) if finding.exposure else ()
        exposure = dataclasses.replace(finding.exposure, places=places) if finding.exposure else None
        related = tuple(map(moved, finding.related))
        report.findings.append(dataclasses.replace(finding, path=below(finding.path), related=related, exposure=exposure))
    report.skipped += (dataclasses.replace(skip, path=below(skip.path)) for skip in inner.skipped)
    report.observations += (dataclasses.replace(each, path=below(each.path)) for each in inner.observations)
    report.ignored += (dataclasses.replace(each, path=below(each.path)) for each in inner.ignored)
    report.files += inner.files
    report.bytes += inner.bytes
    report.analysed += inner.analysed
    report.interrupted |= inner.interrupted


# From objects to findings --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """Where in history objects were."""

    present: dict[Version, Presence]
    whole: bool = True
    """Whether git could say all of it."""


def _judge(span: Span, found: _Found, large: Mapping[bytes, Path], report: Report, settings: Settings, jobs: int | None) -> None:
    """Judge what was kept, `large` files too, under every path that a commit had it at; after an interrupt, as much as a moment allows."""
    config = settings.config
    source = Versions(span.repository, tuple(sorted(found.present)), config.exclude, config.prefix, config.max_file_size, large=large)
    judged = engine.glance(source, settings, BRIEF) if report.interrupted else engine.scan(source, settings, jobs=jobs)
    report.analysed = judged.analysed
    report.interrupted |= judged.interrupted
    report.skipped += judged.skipped
    report.observations += judged.observations
    report.ignored += dict.fromkeys(judged.ignored)  # versions of a file repeat its comments
    together: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for finding in judged.findings:
        if finding.rule == SHARED_TOKEN:
            continue  # versions that were never there together share nothing
        presence = found.present[Version(finding.path.encode("utf-8", "surrogateescape"), finding.object.encode())]
        if finding.credential:
            together[finding.rule, finding.fingerprint].append(Seen(presence, finding))
        elif span.extent and presence.current:
            # What a commit did wrong and a later one of the range mended harms nobody, unless it told a secret.
            report.findings.append(finding)
    groups = list(together.values())
    elsewhere, teller = _surroundings(span, groups, report, settings, jobs)
    told = found.whole and (span.unreachable or not span.extent)
    report.findings += (_exposed(span, group, elsewhere, teller, told=told) for group in groups)


def _find(span: Span, kept: Sequence[bytes], report: Report) -> _Found:
    """Find out under which paths, and in which commits, objects were; what nothing reaches is left out unless it is asked for."""
    repository = span.repository
    try:
        named = commits.refs(repository)
        extent = span.extent or commits.everything(repository, named)
        if span.unreachable:
            try:
                return _followed(span, commits.Extent((*extent.tips, *commits.all_commits(repository))), named, kept, report)
            except git.GitError:  # around what nothing reaches, some may have been removed already
                pass
        return _followed(span, extent, named, kept, report)
    except git.GitError as error:
        report.skipped.append(Skipped(".", f"its commits could not be looked at: {error}"))
        return _nowhere(kept)


def _followed(span: Span, extent: Extent, named: Sequence[Ref], kept: Sequence[bytes], report: Report) -> _Found:
    repository = span.repository
    timeline = Timeline(frozenset(kept))
    walked = list(commits.walk(repository, extent))
    found = _Found({})
    try:
        changes = list(commits.changes(repository, walked, frozenset(kept)))
    except git.GitError as error:
        report.skipped.append(Skipped(".", f"what its commits changed could not be looked at: {error}"))
        changes, found.whole = [], False
    timeline.follow(walked, changes)
    try:
        for ref, versions in commits.named_directly(repository, [ref for ref in named if not span.extent or ref.object in extent.tips]):
            timeline.name(ref, versions)
    except git.GitError as error:
        report.skipped.append(Skipped(".", f"what its names stand for could not be looked at: {error}"))
        found.whole = False
    heads = [ref.object for ref in named if ref.name == "HEAD"] if span.extent is None else list(span.extent.tips)
    targets = commits.kinds(repository, [head + b"^{}" for head in heads])
    presences = timeline.presences(named, {name for name, _ in targets})
    found.present.update((_shown(version), presence) for version, presence in presences.items())
    if span.unreachable or span.extent or not found.whole:
        known = {version.object for version in found.present}
        found.present |= _nowhere([name for name in kept if name not in known]).present
    return found


def _nowhere(kept: Iterable[bytes]) -> _Found:
    """Give objects of which it is not known where they were."""
    return _Found({Version(b"object " + name[:12], name): Presence(None, None, (), current=False) for name in kept}, whole=False)


def _shown(version: Version) -> Version:
    """Give what has no path, the message of a commit or a tag, the name that reports show in place of one."""
    return version if version.path else version._replace(path=b"message of " + version.object[:12])


def _surroundings(
    span: Span, groups: Sequence[Sequence[Seen]], report: Report, settings: Settings, jobs: int | None
) -> tuple[frozenset[str] | None, _Teller]:
    """Give what is known beside the commits: what the work tree has, and who wrote them. After an interrupt, nothing is."""
    if not groups or report.interrupted:
        return None, _Teller({})
    try:
        elsewhere = _worktree(span, report, settings, jobs)
        return elsewhere, _Teller(_authors(span, groups))
    except git.GitError as error:
        report.skipped.append(Skipped(".", f"its work tree or its authors could not be looked at: {error}"))
    except KeyboardInterrupt:
        _interrupt(report)
    return None, _Teller({})


def _worktree(span: Span, report: Report, settings: Settings, jobs: int | None) -> frozenset[str] | None:
    """Give the fingerprints of the credentials in the work tree; `None` where there is none, or a range is scanned."""
    if span.worktree is not None or span.repository.bare or span.extent:
        return span.worktree
    config = settings.config
    source = Worktree((span.repository.top,), span.repository.top, config.exclude, config.prefix, config.max_file_size)
    there = engine.scan(source, settings, jobs=jobs)
    if there.interrupted:
        _interrupt(report)
        return None
    return frozenset(finding.fingerprint for finding in there.findings if finding.credential)


def _authors(span: Span, groups: Iterable[Sequence[Seen]]) -> Mapping[bytes, str]:
    if not span.authors:
        return {}
    moments = (moment for group in groups for presence, _ in group for moment in (presence.first, presence.last) if moment)
    return commits.authors(span.repository, list(dict.fromkeys(moment.commit.id for moment in moments)))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells commits as reports name them."""

    authors: Mapping[bytes, str]

    def commit(self, moment: Moment | None) -> Commit | None:
        if moment is None:
            return None
        found = moment.commit
        return Commit(found.id.decode("ascii"), found.time, self.authors.get(found.id, ""))

    def ends(self, presences: Iterable[Presence]) -> tuple[Commit | None, Commit | None]:
        """Give the earliest and the latest commit of all."""
        moments = [moment for presence in presences for moment in (presence.first, presence.last) if moment]
        return self.commit(min(moments, default=None)), self.commit(max(moments, default=None))


def _exposed(span: Span, group: Sequence[Seen], elsewhere: frozenset[str] | None, teller: _Teller, *, told: bool) -> Finding:
    """Make one finding of all of a credential's: it stands where `HEAD` has it, else where it was last.

    Where no commit and no name has it, and that is not for sure (`told`), nothing is said of when and where it was.
    """
    first, last = teller.ends(seen.presence for seen in group)
    finding = max(group, key=_recency).finding
    refs = sorted({name for seen in group for name in seen.presence.refs})
    if not (told or first or refs):
        return finding
    exposure = Exposure(
        first=first,
        last=last,
        refs=tuple(refs[:MAX_REFS]),
        current=any(seen.presence.current for seen in group),
        worktree=None if elsewhere is None else finding.fingerprint in elsewhere,
        days=max(0, int((span.now - first.time) // DAY)) if first else 0,
        places=tuple(_places(group, teller)[:MAX_PLACES]),
    )
    return dataclasses.replace(finding, exposure=exposure)


def _recency(seen: Seen) -> tuple[bool, bool, int, bool, str]:
    """Order what was seen: last comes what `HEAD` has, or had last, and among that what no comment suppresses."""
    current, active = seen.presence.current, seen.finding.suppression is None
    last = seen.presence.last
    return current, current and active, last.at if last else -1, active, seen.finding.path


def _places(group: Sequence[Seen], teller: _Teller) -> list[Place]:
    """Give each path once, those that `HEAD` still has first."""
    paths: dict[str, list[Seen]] = defaultdict(list)
    for seen in group:
        paths[seen.finding.path].append(seen)
    places = [
        Place(
            path,
            max(versions, key=_recency).finding.region.start_line,
            *teller.ends(seen.presence for seen in versions),
            any(seen.presence.current for seen in versions),
        )
        for path, versions in paths.items()
    ]
    return sorted(places, key=lambda place: (not place.current, place.path))
