"""One file at a time: from bytes that triage kept to findings. A worker process has one `Analyser`.

Nothing that a clean scan does not need is imported before triage keeps a file.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sealguard import triage
from sealguard.config import SHARED_TOKEN, Config
from sealguard.decode import decode, is_binary
from sealguard.hyperscan_database import cache_directory
from sealguard.model import APART, IMPORTED, MOST_RELATED, Finding, Origin, Related, Secret, Skipped, SourceFile, Span
from sealguard.sources import Batch, large_files, skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import FrameType

    from sealguard.catalogue import Catalogue
    from sealguard.checks import Check, Sighting, Way
    from sealguard.facts import Facts
    from sealguard.link.environment import Reading
    from sealguard.link.neighbours import Linker
    from sealguard.link.survey import Plan
    from sealguard.model import Document, Ignored, Level, Neighbours, Observation
    from sealguard.profile import Profile
    from sealguard.sources import Source

    Sightings = Mapping[str, Sequence[Sighting]]
    ObjectId = bytes  # `Outcome` has a field of that name

FILE_SECONDS: Final = 60
"""How much of a processor's time one file may take; the largest that people write take a few seconds."""
MAX_FINDINGS: Final = 1000
"""How many findings of one file are reported; nobody reads more, and a hostile file can have a million."""

_IN_BINARIES: Final = frozenset({triage.API_KEY, triage.WEBHOOK})
"""The signals that make a binary file worth a look: these forms are no accident, and a database or a compiled file is committed too."""


_NEIGHBOURS: Final = 16
"""Of how many files that others find something in it is remembered what they say themselves."""
_HIDING: Final = frozenset({"credentials", "client-side"})
"""The families whose checks run even where they are off, so that what they take for a secret can be hidden."""


class TooLongError(BaseException):
    """A file took longer than `FILE_SECONDS`. No `Exception`, so that no parser's own net catches it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What every process of a scan has to know."""

    config: Config = field(default_factory=Config)
    key: bytes = field(default_factory=lambda: os.urandom(32), repr=False)
    """What fingerprints are keyed with: those of two runs can be compared only if it is the same."""
    today: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())
    """The day that dates are compared with."""
    root: str = "."
    """The scanned tree; nothing is read from a cache inside it."""
    portable: bool = False
    """Whether triage does without Hyperscan."""
    observe: bool = False
    """Whether what files say beside their faults is told too, as an audit wants it."""
    trusted: bool = True
    """Whether comments in the tree may say which findings do not count."""


@dataclass(slots=True)
class Outcome:
    """What came of a batch. It crosses processes, and nothing in it is raw."""

    findings: list[Finding] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    files: int = 0
    bytes: int = 0
    analysed: int = 0
    kept: list[ObjectId] = field(default_factory=list)
    """Of what was only sifted: the ids of the objects that triage keeps."""
    pointers: list[ObjectId] = field(default_factory=list)
    """Of what was only sifted: the ids of the contents that Git LFS keeps elsewhere."""
    rest: Batch | None = None
    """What was not looked at because the time was up."""
    observations: list[Observation] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    """The comments that were not listened to."""
    readings: list[Reading] = field(default_factory=list)
    """Where credentials are read from the environment under names that do not say whose they are."""
    naming: list[str] = field(default_factory=list)
    """The data files that name Sealmetrics, which programs may read that do not."""
    postponed: Batch | None = None
    """What is looked at when it is known what else there is: programs that triage keeps, which may import each other."""


class Sieve:
    """Triage alone: which of git's objects hold something, before anybody asks which files they were."""

    def __init__(self, settings: Settings) -> None:
        """Keep what holds for the whole scan."""
        self.settings = settings
        self.plan: Plan | None = None
        self.triage = _triage(settings)
        self._everything = _looks_at_everything(settings.config)

    def __reduce__(self) -> tuple[object, ...]:
        """Cross to a process that was not forked as settings alone."""
        return (Sieve, (self.settings,))

    def run(self, source: Source, batch: Batch, _seconds: float | None = None) -> Outcome:
        """Sift a batch as a whole: nothing of it takes long."""
        outcome = Outcome()
        signals = self.triage.signals
        kept: dict[bytes, None] = {}
        for item in source.read(batch):
            if isinstance(item, Skipped):
                outcome.skipped.append(item)
                continue
            name, content = item
            outcome.files += 1
            outcome.bytes += len(content)
            if signals(content) or self._everything:
                kept[name] = None
            if content.startswith(large_files.MARK) and (pointer := large_files.pointed_at(content)):
                outcome.pointers.append(pointer)
        outcome.kept += kept
        return outcome


class Analyser:
    """Triage and rules, loaded as far as they have been needed."""

    def __init__(self, settings: Settings, seconds: float | None = None, *, postpones: bool = False) -> None:
        """Keep what holds for the whole scan; `seconds` is how much of a processor's time one file may take, if not the usual.

        `postpones`: programs are left for later, when `plan` says what they are looked at with.
        """
        self.settings = settings
        self.plan: Plan | None = None
        self.postpones = postpones
        self._linker: Linker | None = None
        self.triage = _triage(settings)
        self._seconds = FILE_SECONDS if seconds is None else seconds
        self._everything = _looks_at_everything(settings.config)
        self._rules: _Rules | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Cross to a process that was not forked as settings alone."""
        return (partial(Analyser, postpones=self.postpones), (self.settings, self._seconds))

    def run(self, source: Source, batch: Batch, seconds: float | None = None) -> Outcome:
        """Read and judge a batch; what is left when `seconds` are over and some files needed a closer look is given back."""
        outcome = Outcome()
        signals = self.triage.signals
        start = time.perf_counter()
        postponed: list[int] = []
        strangers = self.plan.strangers if self.plan is not None else frozenset[str]()
        for number, item in enumerate(source.read(batch), 1):
            if isinstance(item, Skipped):
                outcome.skipped.append(item)
                continue
            path, content = item
            if self.plan is None:
                outcome.files += 1
                outcome.bytes += len(content)
            found = signals(content)
            if found or self._everything or (strangers and path.decode("utf-8", "surrogateescape") in strangers):
                if self.postpones and self.plan is None and triage.NAME in found:
                    if _can_import(path):
                        postponed.append(number - 1)
                        continue
                    outcome.naming += _holding_settings(path)
                name = batch.objects[number - 1].decode("ascii") if source.origin is Origin.COMMIT else ""
                file = SourceFile(path, content, source.origin, batch.tracked, name)
                self._file(file, found, outcome, source)
                if seconds is not None and number < len(batch.paths) and time.perf_counter() - start > seconds:
                    outcome.rest = batch.after(number)
                    break
        outcome.postponed = batch.chosen(postponed) if postponed else None
        return outcome

    def _file(self, file: SourceFile, signals: frozenset[str], outcome: Outcome, source: Source) -> None:
        if is_binary(file.content) and signals.isdisjoint(_IN_BINARIES):
            if signals:
                outcome.skipped.append(skipped(file.path, "it is binary", incomplete=False))
            return
        outcome.analysed += 1
        try:
            with deadline(self._seconds):
                rules = self._rules_loaded()
                document = decode(file)
                document.neighbours = self._neighbours(document, source)
                judged = rules.judge(document, signals, linked=self.plan is not None)
        except TooLongError:
            outcome.skipped.append(skipped(file.path, f"it took longer than {self._seconds} seconds"))
        except Exception as error:  # noqa: BLE001 - one file's trouble is no other file's; its type alone cannot hold a secret
            outcome.skipped.append(skipped(file.path, f"its analysis failed ({type(error).__name__})"))
        else:
            outcome.findings += judged.findings
            outcome.observations += judged.observations
            outcome.readings += judged.readings
            outcome.ignored += judged.ignored
            outcome.skipped += (skipped(file.path, problem) for problem in judged.problems)

    def _neighbours(self, document: Document, source: Source) -> Neighbours | None:
        if self.plan is None or document.path not in self.plan.together:
            return None
        if self._linker is None:
            from sealguard.link.neighbours import Linker  # noqa: PLC0415 - only programs that import others need it

            self._linker = Linker(self.plan, source, self._rules_loaded().profile)
        return self._linker.linked(document)

    def _rules_loaded(self) -> _Rules:
        if self._rules is None:
            self._rules = _Rules(self.settings)
        return self._rules


def _can_import(path: bytes) -> bool:
    """Tell whether a file is a program that can draw on others."""
    from sealguard.link.tree import family  # noqa: PLC0415 - only files that triage keeps need it

    return bool(family(path.decode("utf-8", "surrogateescape")))


def _holding_settings(path: bytes) -> list[str]:
    """Give the path of a file, if it is one that programs can read settings from."""
    from sealguard.link.settings import holds_settings  # noqa: PLC0415 - as above

    name = path.decode("utf-8", "surrogateescape")
    return [name] if holds_settings(name) else []


def _triage(settings: Settings) -> triage.Triage:
    config = settings.config
    extra = triage.configured(config.hosts, config.names)
    return triage.Triage(extra=extra, cache=cache_directory(Path(settings.root)), portable=settings.portable)


def _looks_at_everything(config: Config) -> bool:
    """Tell whether other vendors' secrets are looked for, of which triage knows nothing."""
    if not config.generic_secrets and not config.select:
        return False
    from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - most scans ask for no rule by name

    return any(rule.family == "generic" and config.enabled(rule) for rule in load_catalogue().values())


@dataclass(slots=True)
class _Judged:
    """What came of one file."""

    findings: list[Finding]
    problems: list[str]
    """Why parts of it were not looked at."""
    observations: list[Observation] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)


class _Rules:
    """Everything that judges a file: imported when the first file needs it."""

    def __init__(self, settings: Settings) -> None:
        from sealguard import languages, suppression  # noqa: PLC0415 - see above
        from sealguard.catalogue import load_catalogue  # noqa: PLC0415 - see above
        from sealguard.checks import load_checks  # noqa: PLC0415 - see above
        from sealguard.facts import Facts  # noqa: PLC0415 - see above
        from sealguard.profile import Profile  # noqa: PLC0415 - see above

        self._settings = settings
        self.profile: Profile = Profile.load(settings.config.hosts, settings.config.names)
        self._catalogue: Catalogue = load_catalogue()
        checks = load_checks()
        # What rules about secrets see is hidden from every excerpt, also where they are off: it is as secret as before.
        self._running: dict[str, Check] = {
            rule.id: checks[rule.id]
            for rule in self._catalogue.values()
            if rule.id in checks and (settings.config.enabled(rule) or rule.family in _HIDING)
        }
        self._read = languages.read
        self._no_facts = Facts
        self._suppress = suppression.apply
        self._heedless = suppression.heedless
        self._alone = lru_cache(_NEIGHBOURS)(self._judged_alone)

    def judge(self, document: Document, signals: frozenset[str], *, linked: bool = False) -> _Judged:
        """Give a file's findings, suppressed ones too, and what else is asked for; `linked`, if it is looked at as one of a tree."""
        config = self._settings.config
        # Without a signal there is nothing but the text for a generic rule to look at, unless it is tied to a file that has one.
        tied = document.neighbours is not None
        facts = self._read(document, self.profile, signals) if signals or tied else self._no_facts(document, "text")
        seen, problems = self._sightings(facts)
        problems = [*facts.problems, *problems]
        kept = self._kept(document, seen)
        unsettled = [pair for pair in kept if pair[0] == SHARED_TOKEN]
        kept = [pair for pair in kept if pair[0] != SHARED_TOKEN]
        if len(kept) > MAX_FINDINGS:
            problems.append(f"it has {len(kept):,} findings, of which the first {MAX_FINDINGS:,} are reported")
        reported = [*kept[:MAX_FINDINGS], *unsettled[:MAX_FINDINGS]]
        judged = _Judged([], problems)
        findings = []
        if reported or self._settings.observe:
            maker = _Maker(document, facts, seen, self._settings.key)
            if self._settings.observe:
                self._observe(facts, maker, judged)
            findings = [self._finding(maker, rule, each) for rule, each in reported if each.span.start < APART]
        judged.findings = self._suppress(findings, document, facts, config, self._settings.today)
        elsewhere = sorted((pair for pair in reported if pair[1].span.start >= APART), key=_neighbour)
        for base, pairs in itertools.groupby(elsewhere, key=_neighbour):
            judged.findings += self._elsewhere(base, list(pairs), facts, seen)
        if linked:
            from sealguard.link.environment import readings  # noqa: PLC0415 - only programs of a tree need it

            judged.readings = list(readings(facts, self.profile))
        if not self._settings.trusted:
            judged.findings, judged.ignored = self._heedless(judged.findings, config)
        return judged

    def _observe(self, facts: Facts, maker: _Maker, judged: _Judged) -> None:
        from sealguard.observations import Scribe, observe  # noqa: PLC0415 - only an audit asks

        try:
            judged.observations = observe(Scribe(facts, self.profile, maker.hide, maker.fingerprint))
        except Exception as error:  # noqa: BLE001 - as for checks
            judged.problems.append(f"what it says beside its faults was not found out ({type(error).__name__})")

    def _kept(self, document: Document, seen: Sightings) -> list[tuple[str, Sighting]]:
        """Give what is to be reported, in order; what is written in neighbours comes last."""
        enabled = {rule: found for rule, found in seen.items() if found and self._settings.config.enabled(self._catalogue[rule])}
        return sorted(superseded(document, enabled, self._catalogue), key=lambda pair: (pair[1].span, pair[0]))

    def _finding(self, maker: _Maker, rule: str, sighting: Sighting) -> Finding:
        own = self._catalogue[rule].level if sighting.level is None else sighting.level
        return maker.finding(rule, self._settings.config.level(rule, own), sighting)

    def _elsewhere(self, base: int, kept: list[tuple[str, Sighting]], facts: Facts, seen: Sightings) -> list[Finding]:
        """Give what was found of a neighbour as findings of that file: its own secrets are hidden too, and its suppressions hold."""
        from sealguard.checks._ways import ways  # noqa: PLC0415 - only what is found elsewhere needs it

        user = facts.document
        own, own_seen = self._alone(user.home(base)[0])
        maker = _Maker(own.document, own, own_seen, self._settings.key, _Maker.hidden(facts, seen))
        findings = []
        for rule, sighting in kept:
            here = replace(sighting, span=Span(sighting.span.start - base, sighting.span.end - base), ways=())
            related = maker.related(user, sighting.span, sighting.ways or ways(facts, sighting.span))
            findings.append(replace(self._finding(maker, rule, here), related=related, linked=True))
        return self._suppress(findings, own.document, own, self._settings.config, self._settings.today, complain=False)

    def _judged_alone(self, document: Document) -> tuple[Facts, Sightings]:
        """Give what a file says, and what is seen in it, without its neighbours."""
        facts = self._read(document.alone(), self.profile, frozenset())
        return facts, self._sightings(facts)[0]

    def _sightings(self, facts: Facts) -> tuple[dict[str, list[Sighting]], list[str]]:
        seen: dict[str, list[Sighting]] = {}
        problems = []
        for rule, check in self._running.items():
            try:
                seen[rule] = list(check(facts, self.profile))
            except Exception as error:  # noqa: BLE001 - one check's fault leaves the others' answers standing
                problems.append(f"the check of '{rule}' failed ({type(error).__name__})")
        return seen, problems


def _neighbour(pair: tuple[str, Sighting]) -> int:
    """Give where the offsets of the file begin in which something was found."""
    return pair[1].span.start // APART * APART


# Superseding ---------------------------------------------------------------------------------------------------------


def superseded(document: Document, seen: Sightings, catalogue: Catalogue) -> Iterator[tuple[str, Sighting]]:
    """Give what is to be reported: each place once a rule, and by the most specific of the rules that know of each other."""
    for rule, sightings in seen.items():
        better = [sighting for other, found in seen.items() if rule in catalogue[other].supersedes for sighting in found]
        taken = _Taken(document, better)
        done: set[object] = set()
        for sighting in sightings:
            place: object = sighting.span
            if sighting.secret is not None:
                place = (document.line_number(sighting.span.start), sighting.secret)
            if place not in done and not taken.holds(sighting):
                done.add(place)
                yield rule, sighting


class _Taken:
    """Where more specific rules have something to say."""

    def __init__(self, document: Document, sightings: Iterable[Sighting]) -> None:
        from sealguard.checks._places import Places  # noqa: PLC0415 - only what has sightings needs it

        sightings = tuple(sightings)
        self._document = document
        self._places = Places(sighting.span for sighting in sightings)
        self._secrets = {(document.line_number(each.span.start), each.secret) for each in sightings if each.secret is not None}

    def holds(self, sighting: Sighting) -> bool:
        if self._places.touch(sighting.span):
            return True
        return sighting.secret is not None and (self._document.line_number(sighting.span.start), sighting.secret) in self._secrets


# Findings ------------------------------------------------------------------------------------------------------------


def _imports(document: Document, writer: str, reader: str) -> Sequence[Span]:
    """Give the imports that lie between two files, as far as they can be seen."""
    from sealguard.flow.modules import Modules  # noqa: PLC0415 - only findings that others have a part in need it

    return document.neighbours.between(writer, reader) if writer != reader and isinstance(document.neighbours, Modules) else ()


class _Maker:
    """Makes findings of one file's sightings, with every secret of the file hidden."""

    def __init__(self, document: Document, facts: Facts, seen: Sightings, key: bytes, also: Iterable[str] = ()) -> None:
        from sealguard.masking import Veil  # noqa: PLC0415 - only findings need it

        self._document = document
        self._key = key
        spans = [text.span for text in facts.secrets()]
        secrets = [sighting for found in seen.values() for sighting in found if sighting.secret is not None]
        spans += [each.span for number, each in enumerate(secrets) if number >= MAX_FINDINGS or document.slice(each.span) == each.secret]
        self._veil = Veil([*also, *self.hidden(facts, seen)], spans)
        self._hashes: dict[int, str] = {}

    def hide(self, text: str) -> str:
        """Give text without the file's secrets."""
        return self._veil.hide(text)

    def fingerprint(self, identity: str) -> str:
        """Give what tells a secret, or the code of a fault, without being it."""
        return Secret(identity).fingerprint(self._key)

    @staticmethod
    def hidden(facts: Facts, seen: Sightings) -> list[str]:
        """Give the texts that are hidden wherever they stand: what is not spelled as it is, and each secret in all its spellings."""
        from sealguard.masking import spellings  # noqa: PLC0415 - only findings need it

        written = (text.text for text in facts.secrets() if not text.verbatim or text.decoded or text.span.start >= APART)
        secrets = (sighting.secret for found in seen.values() for sighting in found if sighting.secret is not None)
        spelled = (each for secret in itertools.islice(secrets, MAX_FINDINGS) for each in spellings(secret))
        return [*itertools.islice(written, MAX_FINDINGS), *spelled]

    def related(self, document: Document, start: Span, ways: Iterable[Way]) -> tuple[Related, ...]:
        """Give where what is written at `start` is used, each place in the file that it is in, with what lies between."""
        return tuple(self._way(document, start, way) for way in itertools.islice(ways, MOST_RELATED))

    def _way(self, document: Document, start: Span, way: Way) -> Related:
        given = [("handed on here", way.given)] if way.given is not None and not way.given.overlaps(start) and way.given != way.end else []
        stops: list[Related] = []
        before = document.home(start.start)[0].path
        for phrase, at in (*given, (way.phrase, way.end)):
            place = document.home(at.start)[0].path
            stops += (self._stop(IMPORTED, document, each) for each in _imports(document, before, place))
            stops.append(self._stop(phrase, document, at))
            before = place
        return replace(stops[-1], via=tuple(stops[:-1]))

    @staticmethod
    def _stop(phrase: str, document: Document, at: Span) -> Related:
        return Related(phrase, document.home(at.start)[0].path, document.region(at))

    def finding(self, rule: str, level: Level, sighting: Sighting) -> Finding:
        document, veil = self._document, self._veil
        region = document.region(sighting.span)
        excerpt = veil.excerpt(document, region)
        line = region.start_line
        if line not in self._hashes:
            self._hashes[line] = veil.line_hash(document, line)
        identity = sighting.secret if sighting.secret is not None else f"{rule}\n{veil.code(document, region)}"
        return Finding(
            rule=rule,
            level=level,
            message=veil.hide(sighting.message),
            path=document.path,
            region=region,
            source=excerpt.lines,
            underline=excerpt.underline,
            fingerprint=self.fingerprint(identity),
            line_hash=self._hashes[line],
            credential=sighting.secret is not None,
            object=document.file.object,
            related=self.related(document, sighting.span, sighting.ways),
        )


# Time ----------------------------------------------------------------------------------------------------------------


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` inside the block when `seconds` are over, where the platform and the thread allow it."""
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    before: Callable[[int, FrameType | None], object] | int | None = signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError
