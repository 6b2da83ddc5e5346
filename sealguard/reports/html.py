"""The report as one page for a browser: nothing is loaded from anywhere, and nothing of the scanned tree can run in it.

What the page is made of lies beside this module, in `html_report`. Text of the tree is escaped twice, so that it neither
hides (`escaped`) nor is markup (the template's own escaping), and the page's content security policy names the one style
and the one script that are ours by their hashes.
"""

from __future__ import annotations

import base64
import bisect
import datetime as dt
import hashlib
import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import jinja2
from markupsafe import Markup

from sealguard.model import Level
from sealguard.reports.advice import advice, prose
from sealguard.reports.escape import escaped, uri
from sealguard.reports.exposure import now, period, since
from sealguard.reports.summary import flow, missed, plural, size, suppressed_by, unheeded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sealguard.catalogue import Catalogue, Rule
    from sealguard.model import Commit, Exposure, Finding, Report, Skipped
    from sealguard.reports import Presentation

MAX_FINDINGS: Final = 25_000
"""As many as a SARIF log may hold; browsers are slow with more."""
MAX_LISTED: Final = 2_000
"""How many suppressed findings are listed, and how many paths that were skipped."""
MAX_SAME: Final = 4
"""How many other places are named at a finding, and how many of other lists within one."""
MAX_DIRECTORIES: Final = 8
CHARTED: Final = 6
"""How many rules are charted at once; the others are there to be unfolded."""
COLUMNS: Final = 60
"""How finely time is charted."""
OPEN: Final = 12
"""Lists up to this long are shown unfolded."""

ELSEWHERE: Final = "other directories"
_REST: Final = "//"
"""What stands for them among directories: no path holds it."""
_TAB: Final = "    "
_RULE_PAGE: Final = re.compile(r"(?:[a-z.-]+/)*([a-z-]+)\.md")
_SEVERITIES: Final = tuple(sorted(Level, reverse=True))


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report as one HTML document in ASCII."""
    page = _Page(report, presentation)
    style, script = asset("report.css"), asset("report.js")
    # Style and script are files of this package, which hold no end of their elements.
    own = {"style": Markup(style), "script": Markup(script), "policy": policy(style, script)}  # noqa: S704 - see above
    for piece in _template().generate(page=page, report=report, **own):
        # Whatever the encoding of standard output is, the page holds nothing that it does not have.
        yield piece.encode("ascii", "xmlcharrefreplace").decode("ascii")


def policy(style: str, script: str) -> str:
    """Give the content security policy under which only this style and this script count, and nothing is loaded or sent."""
    rules = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(rules)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def asset(name: str) -> str:
    """Give a file that pages are made of."""
    return (files(__package__) / "html_report" / name).read_text("ascii")


def environment(*templates: str) -> jinja2.Environment:
    """Give what fills these templates, and those that they import."""
    made = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=jinja2.DictLoader({name: asset(name) for name in (*templates, "finding.html")}),
    )
    made.filters["shown"] = escaped
    made.filters["inline"] = _inline
    made.filters["count"] = "{:,}".format
    made.filters["plural"] = plural
    made.filters["size"] = size
    made.filters["suppressed_by"] = suppressed_by
    made.filters["flow"] = flow
    made.filters["since"] = since
    made.filters["now"] = now
    made.filters["period"] = period
    made.globals |= {"max_listed": MAX_LISTED, "max_named": MAX_SAME, "unfolded": OPEN}
    return made


@cache
def _template() -> jinja2.Template:
    made = environment("report.html")
    made.globals |= {"severities": _SEVERITIES, "charted": CHARTED}
    return made.get_template("report.html")


# What the page shows -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A line of source in three parts: before the underlined stretch, that stretch, and what follows it."""

    number: int
    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, and what the page needs to know of it beside."""

    number: int
    """From 1, in the order of the page: `#f-1`."""
    finding: Finding
    rule: int
    """Which row of the chart of rules it counts in, from 0."""
    directory: int
    """The same for directories."""
    fix: str
    lines: tuple[Line, ...]
    same: tuple[Entry, ...] = ()
    """The first other findings of the same credential."""
    same_more: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: how many findings of each level, and how long the parts of its bar are."""

    index: int
    name: str
    counts: Mapping[Level, int]
    parts: tuple[tuple[Level, float, float], ...]
    """Level, start and length, in percent of the longest bar."""
    first: int
    """The number of the first finding that counts in it."""

    @property
    def total(self) -> int:
        """How many findings count in it."""
        return sum(self.counts.values())

    @property
    def worst(self) -> Level:
        """The worst level in it."""
        return max(level for level, count in self.counts.items() if count)


class _Page:
    """Everything that the template shows, worked out once."""

    def __init__(self, report: Report, presentation: Presentation) -> None:
        self._report = report
        self.catalogue: Catalogue = presentation.catalogue
        self.provenance = presentation.provenance
        self._source_url = presentation.source_url
        found = presentation.findings(report)
        # The worst come first where not all can be shown; sorting again keeps the order of the page.
        kept = sorted(sorted(found, key=lambda f: -f.level)[:MAX_FINDINGS], key=lambda f: f.sort_key)
        self.left_out = len(found) - len(kept)
        self.includes_suppressed = any(finding.suppression for finding in kept)
        self._rules = _ranked(kept)
        directories = directories_of([finding.path for finding in kept])
        counted = Counter(directories)
        rows = sorted(counted, key=lambda directory: (directory == ELSEWHERE, -counted[directory], directory))
        self.entries = self._entries(kept, [rows.index(directory) for directory in directories])
        self.rule_bars = _bars(self._rules, self.entries, [entry.rule for entry in self.entries])
        self.directory_bars = _bars(rows, self.entries, [entry.directory for entry in self.entries])
        self.levels = Counter(finding.level for finding in report.active)
        self.exit_code = report.exit_code(presentation.fail_on)
        self.fail_on = presentation.fail_on
        self.version = version("sealguard")
        self.time = dt.datetime.now(dt.UTC)
        self.missed = missed(report)
        self.unheeded = unheeded(report)
        self.timeline = timeline(self.entries, int(self.time.timestamp()))

    def _entries(self, findings: Sequence[Finding], directories: Sequence[int]) -> list[Entry]:
        rules = {rule: index for index, rule in enumerate(self._rules)}
        entries = [
            Entry(number, finding, rules[finding.rule], directory, self.advice(finding.rule), tuple(_lines(finding)))
            for number, (finding, directory) in enumerate(zip(findings, directories, strict=True), 1)
        ]
        return list(_with_same(entries))

    def advice(self, rule: str) -> str:
        """Give what to do about a rule's findings, in one sentence of Markdown."""
        known = self.catalogue.get(rule)
        return advice(known) if known else ""

    @property
    def groups(self) -> Iterator[tuple[str, list[Entry]]]:
        """The findings by file."""
        for path, entries in itertools.groupby(self.entries, key=lambda entry: entry.finding.path):
            yield path, list(entries)

    @property
    def name(self) -> str:
        """What the scanned tree is called."""
        return self.provenance.repository.rpartition("/")[2].removesuffix(".git") or PurePath(self._report.root).name or self._report.root

    @property
    def verdict(self) -> str:
        """The whole report in one sentence."""
        found = len(self._report.active)
        if found:
            return f"{plural(found, 'finding')} in {plural(len({finding.path for finding in self._report.active}), 'file')}"
        return "No findings, but not everything was looked at" if self._report.incomplete else "No findings"

    @property
    def tone(self) -> str:
        """What the verdict amounts to: a level, `incomplete` or `clean`."""
        if self.levels:
            return str(max(self.levels))
        return "incomplete" if self._report.incomplete else "clean"

    @property
    def tally(self) -> list[tuple[Level, int]]:
        """How many findings count, by level, the worst first."""
        return [(level, self.levels[level]) for level in _SEVERITIES if self.levels[level]]

    @property
    def families(self) -> list[tuple[str, list[Bar]]]:
        """The rules of the charts by family."""
        by_family: defaultdict[str, list[Bar]] = defaultdict(list)
        for bar in self.rule_bars:
            known = self.catalogue.get(bar.name)
            by_family[known.family if known else "other"].append(bar)
        return sorted((family, sorted(bars, key=lambda bar: bar.name)) for family, bars in by_family.items())

    @property
    def rules(self) -> list[tuple[Rule, Bar | None]]:
        """The rules that something was found or suppressed of."""
        bars = {bar.name: bar for bar in self.rule_bars}
        wanted = {*bars, *(finding.rule for finding in self._report.suppressed)}
        return [(rule, bars.get(rule.id)) for rule in self.catalogue.values() if rule.id in wanted]

    @property
    def passed_over(self) -> list[tuple[str, list[Skipped]]]:
        """What was left out on purpose, by reason, the most frequent first."""
        reasons: defaultdict[str, list[Skipped]] = defaultdict(list)
        for skipped in sorted(self._report.skipped, key=lambda skipped: skipped.path):
            if not skipped.incomplete:
                reasons[skipped.reason].append(skipped)
        return sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))

    @property
    def suppressed(self) -> list[Finding]:
        """The suppressed findings in order."""
        return sorted(self._report.suppressed, key=lambda finding: finding.sort_key)

    def link(self, finding: Finding) -> str:
        """Give where a finding's line can be read in a browser, as the CI run says; empty where nobody knows."""
        return f"{self._source_url}{uri(finding.path)}#L{finding.region.start_line}" if self._source_url else ""

    def page_of(self, rule: Rule) -> Markup:
        """Give a rule's page without its examples."""
        return _document(prose(rule).partition("\n")[2], {shown.id for shown, _ in self.rules})


def _with_same(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Name the other places of each credential. The key of fingerprints is one for a whole run."""
    values: defaultdict[str, list[Entry]] = defaultdict(list)
    given = list(entries)
    for entry in given:
        if entry.finding.credential:
            values[entry.finding.fingerprint].append(entry)
    for entry in given:
        # Two rules at one place say nothing of another place.
        others = [other for other in values.get(entry.finding.fingerprint, [])[: MAX_SAME * 4] if _place(other) != _place(entry)]
        if not others:
            yield entry
            continue
        more = max(0, len(values[entry.finding.fingerprint]) - 1 - MAX_SAME)
        yield Entry(entry.number, entry.finding, entry.rule, entry.directory, entry.fix, entry.lines, tuple(others[:MAX_SAME]), more)


def _place(entry: Entry) -> tuple[str, int]:
    return entry.finding.path, entry.finding.region.start_line


def _lines(finding: Finding) -> Iterator[Line]:
    """Give the lines of a finding without the indentation that all of them have."""
    start, end = finding.underline
    # What is underlined stays, also where it is white space.
    indents = [min(_indent(text), len(text) if index else start) for index, text in enumerate(finding.source) if text.strip()]
    indent = min(indents, default=0)
    for index, whole in enumerate(finding.source):
        number = finding.region.start_line + index
        text = whole[min(indent, _indent(whole)) :]
        if index:
            yield Line(number, _code(text))
            continue
        start, end = start - indent, end - indent
        # A place of no width is shown at the character that it stands before.
        end = max(end, start + 1)
        yield Line(number, _code(text[:start]), _code(text[start:end]) or " ", _code(text[end:]))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _code(text: str) -> str:
    return escaped(text.replace("\t", _TAB))


# Charts --------------------------------------------------------------------------------------------------------------


def _ranked(findings: Iterable[Finding]) -> list[str]:
    """Give the rules of findings, those with the worst level first, then the most frequent."""
    worst: dict[str, Level] = {}
    counts: Counter[str] = Counter()
    for finding in findings:
        worst[finding.rule] = max(finding.level, worst.get(finding.rule, Level.NOTE))
        counts[finding.rule] += 1
    return sorted(counts, key=lambda rule: (-worst[rule], -counts[rule], rule))


def _bars(names: Sequence[str], entries: Sequence[Entry], rows: Sequence[int]) -> list[Bar]:
    counts: list[Counter[Level]] = [Counter() for _ in names]
    first = [0] * len(names)
    for entry, row in zip(entries, rows, strict=True):
        counts[row][entry.finding.level] += 1
        first[row] = first[row] or entry.number
    longest = max((count.total() for count in counts), default=1)
    return [Bar(index, name, counts[index], tuple(_parts(counts[index], longest)), first[index]) for index, name in enumerate(names)]


def _parts(counts: Counter[Level], longest: int) -> Iterator[tuple[Level, float, float]]:
    start = 0.0
    for level in _SEVERITIES:
        if counts[level]:
            length = 100 * counts[level] / longest
            yield level, round(start, 2), round(length, 2)
            start += length


def directories_of(paths: Sequence[str]) -> list[str]:
    """Give the directory that each path is charted under: as deep as a few directories can tell where the findings are.

    From the one that all have in common, the fullest is split into what it holds as long as that makes no more than
    `MAX_DIRECTORIES`. Directories end in `/`; where even the first split makes too many, the emptiest are `ELSEWHERE`.
    """
    counts = Counter(path.rpartition("/")[0] for path in paths)
    shown: dict[str, list[str]] = {"": list(counts)}
    done: set[str] = set()
    while open_ones := [directory for directory in shown if directory not in done]:
        fullest = max(open_ones, key=lambda directory: (sum(counts[inner] for inner in shown[directory]), directory))
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for inner in shown[fullest]:
            rest = inner[len(fullest) :].strip("/")
            parts["/".join(filter(None, (fullest, rest.partition("/")[0]))) if rest else fullest].append(inner)
        if set(parts) == {fullest} or (len(shown) - 1 + len(parts) > MAX_DIRECTORIES and fullest):
            done.add(fullest)
            continue
        if fullest in parts:
            done.add(fullest)
        del shown[fullest]
        shown.update(parts)
        if not fullest:
            shown = _fewer(shown, counts)
            done.add(_REST)
    named = {inner: ELSEWHERE if directory == _REST else f"{directory or '.'}/" for directory, inners in shown.items() for inner in inners}
    return [named[path.rpartition("/")[0]] for path in paths]


def _fewer(shown: dict[str, list[str]], counts: Counter[str]) -> dict[str, list[str]]:
    if len(shown) <= MAX_DIRECTORIES:
        return shown
    ranked = sorted(shown, key=lambda directory: (-sum(counts[inner] for inner in shown[directory]), directory))
    kept = {directory: shown[directory] for directory in ranked[: MAX_DIRECTORIES - 1]}
    return {**kept, _REST: [inner for directory in ranked[MAX_DIRECTORIES - 1 :] for inner in shown[directory]]}


# Exposure over time --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """How long a credential has been in history, in percent of the time that the chart covers."""

    entry: Entry
    exposure: Exposure
    start: float
    present: float
    """While it was in the tree."""
    past: float
    """Since it has been in history only."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many credentials history had at each time, and the ones that it has had longest."""

    columns: tuple[tuple[float, float, float], ...]
    """Start, how many were in history by then, and how many of these in the tree; in percent."""
    width: float
    """Of a column."""
    first: str
    """The day that the chart begins with; it ends today."""
    last: str
    longest: tuple[Span, ...]
    total: int
    present: int


def timeline(entries: Sequence[Entry], today: int) -> Timeline | None:
    """Chart what history knows of the findings' credentials; `None` where it was not scanned. `today` is in seconds since 1970."""
    known = [(entry, exposure) for entry in entries if (exposure := entry.finding.exposure) and exposure.first]
    if not known:
        return None
    begun = sorted(_time(exposure.first, today) for _, exposure in known)
    ended = sorted(_time(exposure.last, today) for _, exposure in known if exposure.gone)
    start, length = begun[0], max(1, today - begun[0])
    total = len(known)
    columns = []
    for number in range(COLUMNS):
        at = start + length * (number + 1) // COLUMNS
        came, left = bisect.bisect_right(begun, at), bisect.bisect_right(ended, at)
        columns.append((round(100 * number / COLUMNS, 2), round(100 * came / total, 2), round(100 * (came - left) / total, 2)))

    def span(entry: Entry, exposure: Exposure) -> Span:
        came = _time(exposure.first, today)
        left = _time(exposure.last, today) if exposure.gone else today
        parts = (came - start, left - came, today - left)
        return Span(entry, exposure, *(round(100 * max(0, part) / length, 2) for part in parts))

    longest = sorted(known, key=lambda item: (_time(item[1].first, today), item[0].number))[:CHARTED]
    return Timeline(
        columns=tuple(columns),
        width=round(100 / COLUMNS, 3),
        first=_day(start),
        last=_day(today),
        longest=tuple(span(*item) for item in longest),
        total=total,
        present=sum(not exposure.gone for _, exposure in known),
    )


def _time(commit: Commit | None, today: int) -> int:
    """Give when a commit was made; what claims to come from the future, or from before there were any, does not."""
    return min(max(commit.time, 0), today) if commit else today


def _day(time: int) -> str:
    return dt.datetime.fromtimestamp(time, dt.UTC).date().isoformat()


# Markdown ------------------------------------------------------------------------------------------------------------


def _document(text: str, shown: Collection[str]) -> Markup:
    """Give a rule's page as HTML, its headings below those of this page. HTML in it stays text, scripts in links are none.

    Links to the pages of rules that are `shown` lead there; there is nowhere for those to others to lead.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a report with no findings shows no rule

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
        for inner in token.children or ():
            if found := _RULE_PAGE.fullmatch(str(inner.attrs.get("href", ""))):
                inner.attrs = {"href": f"#rule-{found[1]}"} if found[1] in shown else {}
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - the parser escapes what it is given


@cache
def _inline(text: str) -> Markup:
    """Give one sentence of Markdown as HTML."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - see above

    return Markup(MarkdownIt("commonmark", {"html": False}).renderInline(text))  # noqa: S704 - see above
