"""Changes a baseline to what a scan found: enters what is new, moves what moved, takes out what is gone."""

from __future__ import annotations

import dataclasses
import enum
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sealguard.baseline.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sealguard.baseline.comparing import Comparison
    from sealguard.baseline.entries import Baseline, Key
    from sealguard.model import Finding


class Kind(enum.StrEnum):
    """What can become of an entry."""

    ENTERED = "entered"
    MOVED = "moved"
    RAISED = "raised"
    LOWERED = "lowered"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an entry."""

    kind: Kind
    entry: Entry
    """As it is now; as it was, if it was removed."""
    before: Entry
    """As it was; the same as `entry`, if it is new."""


def updated(baseline: Baseline, result: Comparison, annotate: Callable[[Finding], Mapping[str, Any]]) -> tuple[Baseline, list[Change]]:
    """Enter every new finding; an entry whose findings moved moves with them, and no entry that is there loses what it says.

    `annotate` gives the fields `reason`, `owner` and `expires` of a new entry, as far as there is something to say.
    """
    entries = dict(baseline.entries)
    origins = {(path, *key[1:]): key for key, path in result.moved.items()}
    changes = []
    for key, findings in sorted(_by_key(baseline, result.fresh).items()):
        number = len(findings)
        if key in origins:
            before = entries.pop(origins[key])
            change = Change(Kind.MOVED, dataclasses.replace(before, path=key[0], count=number), before)
        elif key in entries and entries[key].history:
            before = entries[key]
            change = Change(Kind.ENTERED, dataclasses.replace(before, count=number, history=False), before)
        elif key in entries:
            before = entries[key]
            change = Change(Kind.RAISED, dataclasses.replace(before, count=before.count + number), before)
        else:
            entry = Entry(*key, number, findings[0].exposure is not None, **annotate(findings[0]))
            change = Change(Kind.ENTERED, entry, entry)
        entries[key] = change.entry
        changes.append(change)
    return dataclasses.replace(baseline, entries=entries), changes


def _by_key(baseline: Baseline, findings: Iterable[Finding]) -> Mapping[Key, list[Finding]]:
    grouped: defaultdict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[baseline.key(finding)].append(finding)
    return grouped


def pruned(baseline: Baseline, result: Comparison) -> tuple[Baseline, list[Change]]:
    """Remove entries of which nothing is left, except where it has moved, and lower the count of those of which less is left."""
    entries = dict(baseline.entries)
    changes = []
    for key, left in sorted(result.left.items()):
        if key in result.moved:
            continue
        before = entries.pop(key)
        if left:
            entries[key] = dataclasses.replace(before, count=left)
            changes.append(Change(Kind.LOWERED, entries[key], before))
        else:
            changes.append(Change(Kind.REMOVED, before, before))
    return dataclasses.replace(baseline, entries=entries), changes
