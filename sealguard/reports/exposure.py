"""What history knows of a credential: in words, the same in every format for people, and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sealguard.reports.escape import readable, uri

if TYPE_CHECKING:
    from sealguard.model import Commit, Exposure

SHORT: Final = 10
"""How many digits of a commit's id are shown."""
_TREE: Final = {True: " and in the work tree", False: ", no longer in the work tree", None: ""}


def since(exposure: Exposure) -> str:
    """Say when a credential came into history, and how long that is."""
    if exposure.first is None:
        return "no commit that has it is reached by any name"
    days = "less than a day" if not exposure.days else f"{exposure.days:,} day{'s' if exposure.days > 1 else ''}"
    return f"{told(exposure.first)}, exposed for {days}"


def now(exposure: Exposure) -> str:
    """Say where a credential still is."""
    if exposure.current:
        return f"in HEAD{_TREE[exposure.worktree]}"
    if exposure.worktree:
        return "in the work tree, not in HEAD"
    last = f"; last on {told(exposure.last)}" if exposure.last else ""
    return f"in history only, which keeps it{last}"


def period(first: Commit | None, last: Commit | None) -> str:
    """Say from when until when."""
    if first is None or last is None:
        return "in no commit"
    return first.date if first.date == last.date else f"{first.date} to {last.date}"


def named(ref: str) -> str:
    """Shorten a name as git does where nothing else could be meant."""
    return ref.removeprefix("refs/heads/").removeprefix("refs/")


def told(commit: Commit) -> str:
    """Name a commit with its day, and with its author where that is known."""
    author = f" by {commit.author}" if commit.author else ""
    return f"{commit.date} in {commit.id[:SHORT]}{author}"


def structured(found: Exposure) -> dict[str, Any]:
    """Give an exposure as `schemas/report.json` describes it."""
    return {
        "first": _commit(found.first),
        "last": _commit(found.last),
        "days": found.days,
        "inHead": found.current,
        "inWorktree": found.worktree,
        "refs": [readable(name) for name in found.refs],
        "places": [
            {
                "path": readable(place.path),
                "uri": uri(place.path),
                "line": place.line,
                "first": _commit(place.first),
                "last": _commit(place.last),
                "inHead": place.current,
            }
            for place in found.places
        ],
    }


def _commit(commit: Commit | None) -> dict[str, Any] | None:
    if commit is None:
        return None
    told: dict[str, Any] = {"id": commit.id, "time": commit.time, "date": commit.date}
    if commit.author:
        told["author"] = readable(commit.author)
    return told
