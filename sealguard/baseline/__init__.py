"""The findings that a team has accepted for now: a file of one entry a line, and what a scan says of each.

An entry names a rule, a path, and a fingerprint keyed with the file's own salt: no line number, no time, no secret and
no hash that somebody without the file could look up. The file is JSON Lines, sorted, so that what is edited elsewhere
changes nothing in it, and two branches that each add an entry merge.
"""

from __future__ import annotations

from sealguard.baseline.changing import Change, Kind, pruned, updated
from sealguard.baseline.comparing import EXPIRED, REASONLESS, STALE, Comparison, Problem, apply, compare, looked_at
from sealguard.baseline.entries import LONGEST_NOTE, MAX_SIZE, Baseline, Entry, check_note, load_baseline, rendered

__all__ = [
    "EXPIRED",
    "LONGEST_NOTE",
    "MAX_SIZE",
    "REASONLESS",
    "STALE",
    "Baseline",
    "Change",
    "Comparison",
    "Entry",
    "Kind",
    "Problem",
    "apply",
    "check_note",
    "compare",
    "load_baseline",
    "looked_at",
    "pruned",
    "rendered",
    "updated",
]
