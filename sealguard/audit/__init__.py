"""An audit: where a repository stands with every practice of Sealmetrics' authentication guide, what credentials it has, what to do first.

`examine` makes one `Audit` of what a scan of the work tree and one of the history say; nothing here reads files or runs git.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sealguard.audit.advice import Task, tasks
from sealguard.audit.checklist import Answer, State, checklist
from sealguard.audit.inventory import Entry, Inventory, inventory
from sealguard.audit.material import Material

if TYPE_CHECKING:
    from sealguard.model import Report

__all__ = ["Answer", "Audit", "Entry", "Inventory", "Material", "State", "Task", "examine"]


@dataclass(slots=True)
class Audit:
    """All that an audit has to say."""

    report: Report
    """The findings of the work tree, and of what is in history only; what was skipped in either."""
    answers: tuple[Answer, ...]
    inventory: Inventory
    tasks: tuple[Task, ...]
    """What to do, the worst risk first."""
    history: bool
    """Whether there is a history, and it was looked at."""
    commits: str = ""
    """Why the history says less than all, as a sentence; empty where it says all."""
    off: tuple[str, ...] = field(default=())
    """The rules that the configuration has turned off, so that what they would find breaks nothing."""

    def count(self, state: State) -> int:
        """Count the practices of a state."""
        return sum(answer.state is state for answer in self.answers)


def examine(material: Material) -> Audit:
    """Draw the conclusions of what was read."""
    entries = inventory(material)
    answers = checklist(material, entries)
    return Audit(
        report=material.together(),
        answers=answers,
        inventory=entries,
        tasks=tasks(material, entries, answers),
        history=material.history is not None,
        commits=material.gap(),
        off=material.off,
    )
