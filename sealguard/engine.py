"""From a source to a report: what is listed is read and judged, here or in worker processes, and everything is accounted for."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from sealguard.analysis import Analyser, Outcome, Sieve
from sealguard.config import SHARED_TOKEN
from sealguard.model import Origin, Report, Skipped
from sealguard.sources import Batch

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from types import FrameType

    from sealguard.analysis import Settings
    from sealguard.link.environment import Reading
    from sealguard.model import Finding
    from sealguard.sources import Source
    from sealguard.workers import Workers

    Progress = Callable[[int, int], None]

ALONE: Final = 300
"""Up to how many files a scan starts in this process; from there on processes pay."""
PATIENCE: Final = 0.15
"""After how many seconds of closer looks a small scan gets help, in seconds."""
AT_ONCE: Final = 8
"""How many programs a process is handed at once: each is looked at with others."""
MOST: Final = 8
"""No more processes than this unless asked: reading is the limit then."""


def scan(
    source: Source, settings: Settings, *, jobs: int | None = None, progress: Progress | None = None, linked: bool | None = None
) -> Report:
    """Scan all that a source has.

    `linked` tells whether its paths are those of one tree, in which one file's facts mean something for another's; the
    default is what the source's origin says.
    `jobs` is the number of processes that may be used (1: this one alone); the default is as many as there are processors.
    `progress` is called now and then with the number of files that are done and of those listed so far. An interrupt
    (SIGINT, and SIGTERM in the main thread) ends the scan early: the report holds what was found until then, and says so.
    Raises `sealguard.sources.git.GitError` where the source is git's and git cannot read it.
    """
    together = linked if linked is not None else source.origin in {Origin.WORKTREE, Origin.INDEX}
    sifted = _run(source, Analyser(settings, postpones=together), jobs, progress)
    report = sifted.report
    if any(finding.linked for finding in report.findings):
        from sealguard.link.settling import settled  # noqa: PLC0415 - only what is linked needs it

        report.findings = sorted(settled(report.findings), key=lambda finding: finding.sort_key)
    if any(finding.rule == SHARED_TOKEN for finding in report.findings):
        _settle(report, source, sifted.listed)
    return report


def _settle(report: Report, source: Source, listed: Sequence[Batch] | None) -> None:
    """Say which credentials are shared, if all files were seen."""
    from sealguard import sharing  # noqa: PLC0415 - a clean scan has nothing that could be shared

    try:
        with terminable():
            settled = _unshared(report) if report.interrupted else sharing.settled(report.findings, source, listed)
    except KeyboardInterrupt:
        report.interrupted = True
        report.skipped.append(Skipped(".", "the scan was interrupted"))
        settled = _unshared(report)
    report.findings = sorted(settled, key=lambda finding: finding.sort_key)


def _unshared(report: Report) -> list[Finding]:
    """Leave out what only a scan of all files can settle."""
    return [finding for finding in report.findings if finding.rule != SHARED_TOKEN]


@dataclass(slots=True)
class Sifted:
    """What is worth a closer look, unjudged, and a report on the rest."""

    report: Report
    kept: list[bytes] = field(default_factory=list)
    """The ids of the objects that triage keeps."""
    pointers: set[bytes] = field(default_factory=set)
    """The ids of contents that Git LFS keeps elsewhere."""
    listed: Sequence[Batch] | None = None
    """All that was listed, where that had to be kept."""


def sift(source: Source, settings: Settings, *, jobs: int | None = None, progress: Progress | None = None) -> Sifted:
    """Read all that a source has, and tell what triage keeps of it; otherwise as `scan`."""
    return _run(source, Sieve(settings), jobs, progress)


def glance(source: Source, settings: Settings, seconds: float) -> Report:
    """Judge as much as can be judged in about so many seconds, in this process; of what is left, nothing is said."""
    report = Report(root=source.root)
    analyser = Analyser(settings, seconds)
    end = time.perf_counter() + seconds
    for item in source.batches():
        left = end - time.perf_counter()
        if left <= 0:
            break
        _add(report, analyser.run(source, item, left) if isinstance(item, Batch) else item)
    report.findings = _unshared(report)
    return report


def _run(source: Source, analyser: Analyser | Sieve, jobs: int | None, progress: Progress | None) -> Sifted:
    start = time.perf_counter()
    report = Report(root=source.root)
    run = _Run(source, analyser, jobs or _processors(), progress)
    sifted = Sifted(report, listed=run.seen)
    try:
        with terminable(), closing(run.results()) as results:
            for result in results:
                _add(report, result)
                if isinstance(result, Outcome):
                    sifted.kept += result.kept
                    sifted.pointers.update(result.pointers)
                run.tell(report.files)
    except KeyboardInterrupt:
        report.interrupted = True
        report.skipped.append(Skipped(".", "the scan was interrupted"))
    report.findings.sort(key=lambda finding: finding.sort_key)
    report.skipped.sort(key=lambda skip: (skip.path, skip.reason))
    report.seconds = time.perf_counter() - start
    return sifted


def _add(report: Report, result: Outcome | Skipped) -> None:
    if isinstance(result, Skipped):
        report.skipped.append(result)
        return
    report.extend(result.findings, result.skipped)
    report.files += result.files
    report.bytes += result.bytes
    report.analysed += result.analysed
    report.observations += result.observations
    report.ignored += result.ignored


class _Run:
    """One scan on its way: it begins in this process, and gets help when there turns out to be much to do.

    Programs that triage keeps are looked at last, when all that is listed is known: what they import may be anywhere.
    """

    def __init__(self, source: Source, analyser: Analyser | Sieve, jobs: int, progress: Progress | None) -> None:
        self._source = source
        self._analyser = analyser
        self._jobs = jobs
        self._progress = progress
        self._listed = 0
        self.seen: list[Batch] | None = [] if isinstance(analyser, Analyser) and analyser.postpones else None
        self._postponed: list[Batch] = []
        self._naming: list[str] = []
        self._waiting = 0
        self._workers: Workers | None = None

    def tell(self, done: int) -> None:
        if self._progress:
            self._progress(max(0, done - self._waiting), self._listed)

    def results(self) -> Generator[Outcome | Skipped, None, None]:
        with ExitStack() as stack:
            yield from self._noted(self._begin(stack))
            if (self._postponed or self._naming) and self.seen is not None:
                yield from self._rest(stack, self.seen)

    def _noted(self, results: Iterator[Outcome | Skipped]) -> Iterator[Outcome | Skipped]:
        for result in results:
            if isinstance(result, Outcome):
                self._naming += result.naming
                if result.postponed is not None:
                    self._postponed.append(result.postponed)
                    self._waiting += len(result.postponed.paths)
            yield result

    def _begin(self, stack: ExitStack) -> Iterator[Outcome | Skipped]:
        items = self._counted()
        if self._jobs == 1:
            yield from self._alone(items, None)
            return
        first: list[Batch | Skipped] = []
        for item in items:
            first.append(item)
            if self._listed > ALONE:
                yield from self._together(stack, chain(first, items))
                return
        yield from self._patiently(stack, first)

    def _rest(self, stack: ExitStack, seen: Sequence[Batch]) -> Iterator[Outcome | Skipped]:
        """Look at the programs that were postponed, each with those that it is tied to."""
        from sealguard.link.survey import survey  # noqa: PLC0415 - as for workers: most scans keep no program

        plan = survey(self._source, seen, self._postponed, self._naming)
        yield from plan.skipped
        self._analyser.plan = plan
        if self._workers is not None:
            self._workers.follow(plan)
            pieces = (piece for batch in plan.batches for piece in batch.pieces(-(-len(batch.paths) // AT_ONCE)))
            results = self._workers.run(pieces)
        elif self._jobs == 1:
            results = self._alone(iter(plan.batches), None)
        else:
            results = self._patiently(stack, list(plan.batches))
        readings: list[Reading] = []
        for result in results:
            self._waiting = max(0, self._waiting - AT_ONCE)
            if isinstance(result, Outcome):
                readings += result.readings
            yield result
        self._waiting = 0
        if readings:
            yield from self._defined(readings, seen)

    def _defined(self, readings: Sequence[Reading], seen: Sequence[Batch]) -> Iterator[Outcome]:
        """Look at the files that give names of the environment a value from which credentials turned out to be read."""
        from sealguard.link.environment import defining, tied  # noqa: PLC0415 - as for what is postponed

        settings = self._analyser.settings
        for batch, names in defining(readings, seen):
            config = replace(settings.config, names=(*settings.config.names, *names))
            outcome = Analyser(replace(settings, config=config)).run(self._source, batch)
            found = [replace(finding, linked=True, related=tied(finding, readings)) for finding in outcome.findings]
            yield Outcome([finding for finding in found if finding.related], analysed=0)

    def _counted(self) -> Iterator[Batch | Skipped]:
        for item in self._source.batches():
            if isinstance(item, Batch):
                self._listed += len(item.paths)
                if self.seen is not None:
                    self.seen.append(item)
            yield item

    def _patiently(self, stack: ExitStack, items: Sequence[Batch | Skipped]) -> Iterator[Outcome | Skipped]:
        """Work in this process for a moment, and call for help if there is more to do."""
        rest: list[Batch] = []
        yield from self._alone(iter(items), PATIENCE, rest)
        if rest:
            yield from self._together(stack, (piece for batch in rest for piece in batch.pieces(4 * self._jobs)))

    def _alone(
        self, items: Iterator[Batch | Skipped], seconds: float | None, rest: list[Batch] | None = None
    ) -> Iterator[Outcome | Skipped]:
        """Work in this process; when `seconds` of closer looks are over, what is left goes to `rest`."""
        for item in items:
            if isinstance(item, Skipped):
                yield item
            elif rest:
                rest.append(item)
            else:
                outcome = self._analyser.run(self._source, item, seconds)
                if outcome.rest is not None and rest is not None:
                    rest.append(outcome.rest)
                yield outcome

    def _together(self, stack: ExitStack, items: Iterator[Batch | Skipped]) -> Iterator[Outcome | Skipped]:
        from sealguard.workers import Workers  # noqa: PLC0415 - `multiprocessing` takes 30 ms

        self._analyser.triage.prepare()
        self._workers = stack.enter_context(Workers(self._analyser, self._source, self._jobs))
        yield from self._workers.run(items)


def _processors() -> int:
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, MOST)


@contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM interrupt the block as SIGINT does, where this thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
