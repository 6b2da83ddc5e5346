"""An audit as one page for a browser, with pictures; made as the page of a scan is, and as closed: see `sealguard.reports.html`."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sealguard.audit.checklist import State
from sealguard.reports.audits import words
from sealguard.reports.escape import uri
from sealguard.reports.html import asset, environment, policy
from sealguard.reports.summary import missed, unheeded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import jinja2

    from sealguard.audit import Answer, Audit, Entry, Task
    from sealguard.audit.inventory import Spot
    from sealguard.model import Commit
    from sealguard.reports import Presentation

MAX_PLACES: Final = 50
"""How many places of one thing are named."""
MAX_ROWS: Final = 200
"""How many entries are charted and mapped."""
MAX_COLUMNS: Final = 24
"""How many applications are mapped."""
OPEN: Final = 6
"""Lists of places up to this long are shown unfolded."""


def render(audit: Audit, presentation: Presentation) -> Iterator[str]:
    """Give the audit as one HTML document in ASCII."""
    style = asset("report.css") + asset("audit.css")
    script = asset("report.js") + asset("audit.js")
    page = _Page(audit, presentation)
    # Style and script are files of this package, which hold no end of their elements.
    own = {"style": Markup(style), "script": Markup(script), "policy": policy(style, script)}  # noqa: S704 - see above
    for piece in _template().generate(page=page, audit=audit, report=audit.report, **own):
        yield piece.encode("ascii", "xmlcharrefreplace").decode("ascii")


@cache
def _template() -> jinja2.Template:
    made = environment("audit.html")
    made.filters["place"] = words.place
    made.filters["title"] = words.title
    made.filters["details"] = words.details
    made.filters["given"] = lambda what: words.GIVEN.get(what, what)
    made.globals |= {"max_places": MAX_PLACES, "open_places": OPEN}
    return made.get_template("audit.html")


@dataclass(frozen=True, slots=True)
class Bar:
    """How long a credential has been exposed, in percent of the time that the chart covers."""

    entry: Entry
    days: int
    start: float
    present: float
    """While it was in the tree."""
    past: float
    """Since it has been in history only."""


class _Page:
    """Everything that the template shows, worked out once."""

    def __init__(self, audit: Audit, presentation: Presentation) -> None:
        self._audit = audit
        self._presentation = presentation
        self.provenance = presentation.provenance
        self.version = version("sealguard")
        self.time = dt.datetime.now(dt.UTC)
        self.verdict = words.verdict(audit)
        self.searched = words.searched(audit)
        self.unheeded = unheeded(audit.report)
        self.missed = missed(audit.report)
        self.exit_code = audit.report.exit_code(presentation.fail_on)
        self.fail_on = presentation.fail_on
        self.timeline = tuple(self._timeline(int(self.time.timestamp())))
        self.columns = audit.inventory.applications[:MAX_COLUMNS]
        self.rows = [entry for entry in audit.inventory.entries if entry.users][:MAX_ROWS]

    @property
    def name(self) -> str:
        """What the audited tree is called."""
        root = self._audit.report.root
        return self.provenance.repository.rpartition("/")[2].removesuffix(".git") or PurePath(root).name or root

    @property
    def tone(self) -> str:
        """What the verdict amounts to."""
        if self._audit.count(State.BROKEN):
            return "error"
        return "incomplete" if self.missed else "clean"

    @property
    def tally(self) -> list[tuple[State, int]]:
        """How many practices are in each state, broken ones first."""
        return [(state, self._audit.count(state)) for state in (State.BROKEN, State.UNTOLD, State.KEPT)]

    @property
    def sections(self) -> Iterator[tuple[str, list[Answer]]]:
        """The checklist by heading of the guide."""
        for section, answers in itertools.groupby(self._audit.answers, key=lambda answer: answer.practice.section):
            yield section, list(answers)

    @property
    def began(self) -> str:
        """The day that the timeline begins with; it ends today."""
        times = [bar.entry.exposure.first.date for bar in self.timeline if bar.entry.exposure and bar.entry.exposure.first]
        return min(times)

    def _timeline(self, today: int) -> Iterator[Bar]:
        exposed = [entry for entry in self._audit.inventory.credentials if entry.exposure and entry.exposure.first][:MAX_ROWS]
        begin = min((_time(entry.exposure.first, today) for entry in exposed if entry.exposure), default=today)
        length = max(1, today - begin)
        for entry in exposed:
            if entry.exposure is None:
                continue
            came = _time(entry.exposure.first, today)
            left = _time(entry.exposure.last, today) if entry.exposure.gone else today
            parts = (came - begin, left - came, today - left)
            yield Bar(entry, entry.exposure.days, *(round(100 * max(0, part) / length, 2) for part in parts))

    def ways(self, entry: Entry, application: str) -> tuple[str, ...]:
        """Give what an application has to do with an entry."""
        return next((user.ways for user in entry.users if user.application == application), ())

    def fix(self, task: Task) -> str:
        """Give what to do about a broken rule."""
        return words.fix(task, self._presentation)

    def link(self, spot: Spot) -> str:
        """Give where a line can be read in a browser, as the CI run says; empty where nobody knows."""
        base = self._presentation.source_url
        return f"{base}{uri(spot.path)}#L{spot.line}" if base and spot.what != "history" else ""

    def named(self, entries: Sequence[str]) -> list[Entry]:
        """Give entries by their numbers."""
        return [entry for entry in self._audit.inventory.entries if entry.id in entries]


def _time(commit: Commit | None, today: int) -> int:
    """Give when a commit was made; what claims to come from the future, or from before there were any, does not."""
    return min(max(commit.time, 0), today) if commit else today
