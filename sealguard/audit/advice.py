"""What to do first: a task for each credential that is exposed, with the steps of its rotation, and one for each rule that is broken."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.audit.checklist import State
from sealguard.audit.inventory import Spot
from sealguard.audit.practices import rotation
from sealguard.config import SHARED_TOKEN
from sealguard.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.audit.checklist import Answer
    from sealguard.audit.inventory import Entry, Inventory
    from sealguard.audit.material import Material
    from sealguard.model import Finding

_KINDS: Final = {
    "api-key": "API key",
    "token": "token",
    "jwt": "access token (JWT)",
    "password": "password",
    "webhook-secret": "webhook secret",
}
_WIDE: Final = frozenset({"admin", "superadmin", "write", "write:settings", "write:*", "*", "billing:manage"})
"""Scopes that change things."""


class Risk(enum.IntEnum):
    """How urgent a task is; greater is worse."""

    OPEN = 0
    """Nobody knows whether there is anything to do."""
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        """Give the word that reports show."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    act: str
    """`create`, `deploy`, `mend`, `revoke`, `purge`."""
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do, why, where, and how."""

    risk: Risk
    title: str
    why: str
    """One sentence; empty where the title says it all."""
    places: tuple[Spot, ...]
    """What has to change."""
    steps: tuple[Step, ...]
    """In order; none for a broken rule, whose page says what to do."""
    credential: str = ""
    """The inventory's number of the credential it is about."""
    rule: str = ""
    """The rule that is broken."""


def tasks(material: Material, inventory: Inventory, answers: Sequence[Answer]) -> tuple[Task, ...]:
    """Give what is to do, the worst risk first; of the same, credentials first, those exposed longest before others."""
    exposed = [(_weight(entry), _rotate(entry, inventory, material)) for entry in inventory.credentials if entry.rules]
    exposed += [(_weight(entry), _unpublish(entry)) for entry in inventory.names if entry.rules]
    found = [task for _, task in sorted(exposed, key=lambda pair: pair[0], reverse=True)]
    found += _mendings(material, inventory)
    found.sort(key=lambda task: -task.risk)
    return (*found, *_questions(answers))


# Credentials ---------------------------------------------------------------------------------------------------------


def _risk(entry: Entry) -> Risk:
    if entry.expired:
        return Risk.LOW
    if entry.client or (entry.present and (_head(entry) or entry.exposure is None)):
        return Risk.CRITICAL
    return Risk.HIGH


def _head(entry: Entry) -> bool:
    return entry.exposure is not None and entry.exposure.current


def _weight(entry: Entry) -> tuple[int, bool, bool, int]:
    return _risk(entry), entry.client, not _WIDE.isdisjoint(entry.claims), entry.age or 0


def _rotate(entry: Entry, inventory: Inventory, material: Material) -> Task:
    """Replace one credential."""
    users = [other for other in inventory.names if entry.id in other.holds]
    name = next((other.name for other in users), entry.name) or "SEALMETRICS_API_TOKEN"
    here = tuple(spot for spot in entry.defined if spot.what != "history")
    # Another application reads the same name from an environment of its own.
    read = (spot for other in users for spot in other.read)
    readers = (spot for spot in read if not set(entry.applications).isdisjoint(_owners(material, spot)))
    return Task(
        risk=_risk(entry),
        title=f"{'Remove' if entry.expired else 'Replace'} {_KINDS.get(entry.kind, 'credential')} {entry.id}",
        why=_why(entry),
        places=tuple(dict.fromkeys((*here, *readers))),
        steps=tuple(_steps(entry, name, here, tracked=entry.exposure is not None and material.history is not None)),
        credential=entry.id,
    )


def _owners(material: Material, spot: Spot) -> set[str]:
    return {owner or "." for owner in material.application(spot.path, spot.line)}


def _unpublish(entry: Entry) -> Task:
    """Replace what stands behind a name that browsers get."""
    kept = entry.name.removeprefix(entry.published)
    known = rotation()
    steps = known[entry.kind if entry.kind in known else "token"]
    return Task(
        risk=Risk.CRITICAL,
        title=f"Replace what '{entry.name}' ({entry.id}) holds",
        why=f"Its name begins with '{entry.published}': whatever it holds is written into what browsers get.",
        places=tuple(dict.fromkeys((*entry.defined, *entry.read))),
        steps=(
            Step("create", steps["create"]),
            Step("deploy", steps["deploy"].format(name=kept)),
            Step("mend", f"Read '{kept}' on a server of yours, and let browsers ask that server."),
            Step("revoke", steps["revoke"].format(name=kept)),
        ),
        credential=entry.id,
    )


def _why(entry: Entry) -> str:
    """Say how exposed a credential is."""
    told = []
    if entry.client:
        told.append("browsers or devices get it")
    if _head(entry):
        told.append("'HEAD' has it")
    elif entry.exposure is not None and entry.exposure.gone:
        told.append("it is in history only, where everybody who can read the repository finds it")
    elif entry.present:
        told.append("the work tree has it, no commit of 'HEAD' yet" if entry.exposure else "it is written out in the work tree")
    if SHARED_TOKEN in entry.rules:
        told.append("several applications share it, and each needs one of its own")
    if entry.age:
        told.append(f"it has been exposed for {entry.age:,} day{'s' * (entry.age != 1)}")
    if not _WIDE.isdisjoint(entry.claims):
        told.append(f"it claims '{' '.join(entry.claims)}', more than to read")
    if entry.expires:
        told.append(f"it {'expired' if entry.expired else 'is valid until'} {'on ' * entry.expired}{entry.expires}")
    sentence = "; ".join(told)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _steps(entry: Entry, name: str, here: Sequence[Spot], *, tracked: bool) -> Iterator[Step]:
    known = rotation()
    steps = known[entry.kind if entry.kind in known else "token"]
    if not entry.expired:
        yield Step("create", steps["create"])
        yield Step("deploy", steps["deploy"].format(name=name))
    if here:
        yield Step("mend", f"Take it out of the files, and read '{name}' at run time in its place.")
    elif not entry.expired:
        yield Step("mend", known["purge"]["only"])
    if not entry.expired:
        yield Step("revoke", steps["revoke"].format(name=name))
    if tracked:
        yield Step("purge", known["purge"]["steps"])


# Rules ---------------------------------------------------------------------------------------------------------------

_RISKS: Final = {Level.ERROR: Risk.HIGH, Level.WARNING: Risk.MEDIUM, Level.NOTE: Risk.LOW}


def _mendings(material: Material, inventory: Inventory) -> Iterator[Task]:
    """Give a task for each rule whose findings are not about a credential that has one already."""
    rotated = {(spot.path, spot.line) for entry in inventory.credentials if entry.rules for spot in entry.defined}
    named = {(rule, spot.path, spot.line) for entry in inventory.names for rule in entry.rules for spot in (*entry.defined, *entry.read)}
    for rule, findings in material.findings.items():
        left = [found for found in findings if not (found.credential and (found.path, found.region.start_line) in rotated)]
        left = [found for found in left if (rule, found.path, found.region.start_line) not in named]
        if left:
            worst = max(found.level for found in left)
            title = f"Mend {len(left):,} finding{'s' * (len(left) != 1)} of '{rule}'"
            yield Task(_RISKS[worst], title, "", tuple(map(_spot, left)), (), rule=rule)


def _spot(finding: Finding) -> Spot:
    return Spot(finding.path, finding.region.start_line, finding.message)


def _questions(answers: Sequence[Answer]) -> Iterator[Task]:
    """Give one task for all that code cannot tell: the checklist has the questions."""
    count = sum(answer.state is State.UNTOLD for answer in answers)
    if count:
        title = f"Find out what the code cannot tell: {count} question{'s' * (count != 1)} of the checklist"
        yield Task(Risk.OPEN, title, "", (), ())
