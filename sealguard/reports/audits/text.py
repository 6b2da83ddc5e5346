"""An audit for people in a terminal: the verdict, what to do first, the checklist, the inventory."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from sealguard.audit.advice import Risk
from sealguard.audit.checklist import State
from sealguard.reports.audits import words
from sealguard.reports.summary import unheeded
from sealguard.reports.text import MIN_WIDTH, PROSE_WIDTH, Style, incomplete, joined, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.audit import Answer, Audit, Entry, Task
    from sealguard.reports import Presentation

_MARKS: Final = {State.KEPT: ("\u2713", "+"), State.BROKEN: ("\u2717", "x"), State.UNTOLD: ("?", "?")}
"""Each state's sign, and the one that ASCII has."""
_COLORS: Final = {State.KEPT: "32", State.BROKEN: "1;31", State.UNTOLD: "33"}
_RISKS: Final = {Risk.CRITICAL: "1;31", Risk.HIGH: "31", Risk.MEDIUM: "33", Risk.LOW: "36", Risk.OPEN: "2"}
_SHOWN: Final = 20
"""How many places of a task are named."""


def render(audit: Audit, presentation: Presentation) -> Iterator[str]:
    """Give the audit line by line."""
    style = Style(max(MIN_WIDTH, presentation.width), presentation.color, presentation.unicode)
    worst = "1;31" if audit.count(State.BROKEN) else "1;33"
    yield from _lines(words.verdict(audit), style, 0, worst)
    separator = " \u00b7 " if style.unicode else " - "
    yield from (f"{line}\n" for line in joined(words.searched(audit), separator, style.width))
    for sentence in filter(None, (audit.commits, unheeded(audit.report))):
        yield from _lines(sentence, style, 0, "33")
    yield from _heading("What to do first", style)
    for number, task in enumerate(audit.tasks, 1):
        yield from _task(number, task, presentation, style)
    yield from _heading("Checklist", style)
    for section, answers in itertools.groupby(audit.answers, key=lambda answer: answer.practice.section):
        yield f"{style.paint(style.shown(section), '1;4')}\n"
        for answer in answers:
            yield from _answer(answer, style)
        yield "\n"
    yield from _heading("Inventory", style)
    for entry in audit.inventory.entries:
        yield from _entry(entry, style)
    if not audit.inventory.entries:
        yield from _lines("No credential is written out, and no name that stands for one is read.", style, 2)
    yield "\n"
    yield from incomplete(audit.report, style)


def _heading(text: str, style: Style) -> Iterator[str]:
    yield f"\n{style.paint(text.upper(), '1')}\n\n"


def _lines(text: str, style: Style, indent: int, codes: str = "") -> Iterator[str]:
    """Set a paragraph."""
    for line in wrap(style.shown(text), min(style.width, PROSE_WIDTH) - indent):
        yield f"{' ' * indent}{style.paint(line, codes)}\n"


def _hanging(label: str, text: str, style: Style, indent: int, codes: str = "") -> Iterator[str]:
    """Set a paragraph behind a label; its further lines begin below the first one's text."""
    room = indent + len(label) + 1
    lines = wrap(style.shown(text), min(style.width, PROSE_WIDTH) - room)
    yield f"{' ' * indent}{style.paint(label, codes)} {lines[0]}\n"
    yield from (f"{' ' * room}{line}\n" for line in lines[1:])


def _task(number: int, task: Task, presentation: Presentation, style: Style) -> Iterator[str]:
    head = f"{number}."
    lines = wrap(style.shown(task.title), min(style.width, PROSE_WIDTH) - len(head) - 12)
    yield f"{style.paint(head, '1')} {style.paint(f'{task.risk!s:8}', _RISKS[task.risk])} {style.paint(lines[0], '1')}\n"
    yield from (f"{' ' * (len(head) + 10)}{style.paint(line, '1')}\n" for line in lines[1:])
    if task.why:
        yield from _lines(task.why, style, 3)
    if fix := words.fix(task, presentation):
        yield from _hanging("fix:", fix.replace("`", "'"), style, 3, "2")
    for spot in task.places[:_SHOWN]:
        yield from _hanging("-", words.place(spot), style, 3, "2")
    if len(task.places) > _SHOWN:
        yield f"   - and {len(task.places) - _SHOWN:,} more\n"
    for step in task.steps:
        yield from _hanging(f"{step.act}:", step.text, style, 3, "36")
    yield "\n"


def _answer(answer: Answer, style: Style) -> Iterator[str]:
    sign = _MARKS[answer.state][not style.unicode]
    label = f"{sign} {answer.state!s:11}"
    yield from _hanging(label, answer.practice.says, style, 2, _COLORS[answer.state])
    yield from _lines(answer.why, style, 4)
    spots, label = (answer.open, "open:") if answer.open else (answer.evidence, "see:")
    if spots:
        more = len(spots) - words.LISTED
        told = "; ".join(f"{words.place(spot)} {words.GIVEN.get(spot.what, spot.what)}".rstrip() for spot in spots[: words.LISTED])
        yield from _hanging(label, told + (f"; and {more:,} more" if more > 0 else ""), style, 4, "2")


def _entry(entry: Entry, style: Style) -> Iterator[str]:
    yield from _hanging(entry.id, words.title(entry), style, 0, "1")
    for label, text in words.details(entry):
        yield from _hanging(f"{label + ':':9}", text, style, 3, "2")
    yield "\n"
