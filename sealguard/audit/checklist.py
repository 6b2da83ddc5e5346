"""Where a repository stands with each practice: *broken* where a finding says so, *kept* only where something shows it, else untold."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sealguard.audit.evidence import KINDS, Shown
from sealguard.audit.inventory import Spot
from sealguard.audit.practices import practices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.audit.inventory import Inventory
    from sealguard.audit.material import Material
    from sealguard.audit.practices import Practice


class State(enum.StrEnum):
    """Where a repository stands with a practice."""

    KEPT = "kept"
    BROKEN = "broken"
    UNTOLD = "cannot tell"


@dataclass(frozen=True, slots=True)
class Answer:
    """A practice, where the repository stands with it, and what shows that."""

    practice: Practice
    state: State
    why: str
    """One sentence."""
    evidence: tuple[Spot, ...]
    """What breaks it, or what shows that it is kept: all of that, or in part."""
    open: tuple[Spot, ...] = ()
    """What leaves it open: places of which it cannot be seen."""
    off: tuple[str, ...] = ()
    """Rules that would break it, and do not run because the configuration says so."""


def checklist(material: Material, inventory: Inventory) -> tuple[Answer, ...]:
    """Answer every practice, in the guide's order."""
    return tuple(_answer(practice, material, inventory) for practice in practices())


def _answer(practice: Practice, material: Material, inventory: Inventory) -> Answer:
    off = tuple(rule for rule in practice.rules if rule in material.off)
    faults = dict.fromkeys(_faults(practice, material))
    shown = KINDS[practice.evidence](material, inventory) if practice.evidence else Shown()
    if faults or shown.against:
        rules = tuple(dict.fromkeys(rule for rule, _ in faults))
        told = f"{_number(len(faults), 'finding')} of {_listed(rules)}." if faults else ""
        spots = tuple(spot for _, spot in faults)
        return Answer(practice, State.BROKEN, " ".join(filter(None, (told, shown.wrong))), (*spots, *shown.against), off=off)
    # What somebody accepted breaks nothing, and still is not right.
    accepted = tuple(dict.fromkeys(_accepted(practice, material)))
    unread = sum(skipped.incomplete for skipped in material.worktree.skipped)
    if shown.good and not shown.open and not (accepted or off or unread):
        return Answer(practice, State.KEPT, shown.right, shown.good)
    why = [shown.partly if shown.good or shown.open else "", practice.ask]
    if accepted:
        why.append(f"{_number(len(accepted), 'finding')} of what breaks it {'is' if len(accepted) == 1 else 'are'} suppressed.")
    if unread:
        why.append(f"{_number(unread, 'file')} could not be analysed, or not wholly.")
    if off:
        why.append(f"The configuration turns {_listed(off)} off.")
    return Answer(practice, State.UNTOLD, " ".join(filter(None, why)), shown.good, (*accepted, *shown.open), off)


def _accepted(practice: Practice, material: Material) -> Iterator[Spot]:
    for finding in material.worktree.suppressed:
        if finding.rule in practice.rules:
            yield Spot(finding.path, finding.region.start_line, f"{finding.rule}, suppressed")
    for finding in material.history.suppressed if practice.history and material.history else ():
        if finding.rule in practice.rules and finding.exposure and finding.exposure.gone:
            yield Spot(finding.path, finding.region.start_line, f"{finding.rule}, suppressed, in history only")


def _faults(practice: Practice, material: Material) -> Iterator[tuple[str, Spot]]:
    for rule in practice.rules:
        yield from ((rule, Spot(found.path, found.region.start_line, rule)) for found in material.findings.get(rule, ()))
    for leak in material.gone if practice.history else ():
        for rule in leak.rules:
            if rule in practice.rules:
                yield rule, Spot(leak.finding.path, leak.finding.region.start_line, f"{rule}, in history only")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _listed(rules: tuple[str, ...]) -> str:
    quoted = [f"'{rule}'" for rule in rules]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)
