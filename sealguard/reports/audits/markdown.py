"""An audit in Markdown, for tickets, wikis and mails; names of the tree are in code spans, as in reports of scans."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from sealguard.audit.checklist import State
from sealguard.reports.audits import words
from sealguard.reports.markdown import code, prose
from sealguard.reports.summary import missed, plural, unheeded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.audit import Answer, Audit, Entry, Task
    from sealguard.audit.inventory import Spot
    from sealguard.reports import Presentation

LISTED: Final = 20
"""How many places of one thing are named."""
_MARKS: Final = {State.KEPT: "\u2705", State.BROKEN: "\u274c", State.UNTOLD: "\u2754"}


def render(audit: Audit, presentation: Presentation) -> Iterator[str]:
    """Give the audit in pieces, each of which is whole Markdown."""
    yield f"# sealguard audit\n\n**{prose(words.verdict(audit))}**\n\n" + " \u00b7 ".join(words.searched(audit)) + "\n"
    for sentence in filter(None, (audit.commits, unheeded(audit.report))):
        yield f"\n{prose(sentence)}\n"
    if unread := missed(audit.report):
        yield f"\n**The audit is incomplete**: {plural(len(unread), 'file')} could not be analysed.\n\n"
        yield from (f"- {code(skipped.path)}: {prose(skipped.reason)}\n" for skipped in unread[:LISTED])
    yield "\n## What to do first\n"
    for number, task in enumerate(audit.tasks, 1):
        yield from _task(number, task, presentation)
    yield "\n## Checklist\n"
    for section, answers in itertools.groupby(audit.answers, key=lambda answer: answer.practice.section):
        yield f"\n### {section}\n\n"
        yield from map(_answer, answers)
    yield "\n## Inventory\n"
    yield from _map(audit)
    for entry in audit.inventory.entries:
        yield from _entry(entry)


def _task(number: int, task: Task, presentation: Presentation) -> Iterator[str]:
    yield f"\n### {number}. {prose(task.title)} ({task.risk})\n\n"
    if task.why:
        yield f"{prose(task.why)}\n\n"
    if fix := words.fix(task, presentation):
        yield f"Fix: {fix}\n\n"
    yield from (f"- [ ] {code(words.place(spot))}\n" for spot in task.places[:LISTED])
    if len(task.places) > LISTED:
        yield f"- [ ] and {len(task.places) - LISTED:,} more\n"
    if task.places and task.steps:
        yield "\n"
    yield from (f"{at}. **{step.act}**: {prose(step.text)}\n" for at, step in enumerate(task.steps, 1))


def _answer(answer: Answer) -> str:
    lines = [f"- {_MARKS[answer.state]} **{answer.state}**: {prose(answer.practice.says)}", prose(answer.why)]
    if answer.evidence:
        lines.append(f"See {_spots(answer.evidence)}")
    if answer.open:
        lines.append(f"Open: {_spots(answer.open)}")
    return "\\\n  ".join(lines) + "\n"


def _spots(spots: Sequence[Spot]) -> str:
    told = [
        code(words.place(spot)) + (f" ({prose(words.GIVEN.get(spot.what, spot.what))})" if spot.what else "") for spot in spots[:LISTED]
    ]
    more = len(spots) - LISTED
    return ", ".join(told) + (f" and {more:,} more" if more > 0 else "")


def _map(audit: Audit) -> Iterator[str]:
    """Give the table of which application has what."""
    applications = audit.inventory.applications
    if not applications:
        return
    yield "\n| | " + " | ".join(_cell(name) for name in applications) + " |\n" + "|---" * (len(applications) + 1) + "|\n"
    for entry in audit.inventory.entries:
        ways = {user.application: ", ".join(user.ways) for user in entry.users}
        label = f"{entry.id} {_cell(entry.name)}" if entry.name else entry.id
        yield f"| {label} | " + " | ".join(ways.get(name, "") for name in applications) + " |\n"


def _cell(text: str) -> str:
    """Give text of the tree in a table's cell: a bar ends one even in a code span."""
    return code(text.replace("|", "\u2502"))


def _entry(entry: Entry) -> Iterator[str]:
    yield f"\n### {entry.id} {code(entry.name) if entry.name else ''} ({words.KINDS.get(entry.kind, entry.kind)})\n\n"
    for label, text in words.details(entry):
        yield f"- {label}: {prose(text)}\n"
