"""The words that all formats of an audit for people share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.audit.checklist import State
from sealguard.reports.advice import advice
from sealguard.reports.exposure import now, since
from sealguard.reports.summary import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.audit import Audit, Entry, Task
    from sealguard.audit.inventory import Call, Spot
    from sealguard.reports import Presentation

KINDS: Final = {
    "api-key": "API key",
    "token": "token",
    "jwt": "access token (JWT)",
    "password": "password",
    "webhook-secret": "webhook secret",
}
"""What people call the kinds of credential."""
LISTED: Final = 3
"""How many places of one thing are named where all would be too many."""
GIVEN: Final = {
    "literal": "written out",
    "secret": "given by a secret store",
    "reference": "passed on",
    "placeholder": "given a placeholder",
    "empty": "given nothing",
    "history": "in history only",
}
"""What a name is given, or how a credential stands in a place."""


def verdict(audit: Audit) -> str:
    """Give the whole audit in one sentence."""
    counts = {state: audit.count(state) for state in State}
    return (
        f"{counts[State.BROKEN]} of {len(audit.answers)} practices broken, {counts[State.KEPT]} kept, {counts[State.UNTOLD]} cannot be told"
    )


def searched(audit: Audit) -> list[str]:
    """Say what was looked at, in parts."""
    inventory = audit.inventory
    return [
        plural(len(inventory.applications), "application"),
        plural(len(inventory.credentials), "credential") + " written out",
        plural(len(inventory.names), "name that stands for one", "names that stand for one"),
        plural(audit.report.files, "file") + (" and the history" if audit.history else ""),
        f"{audit.report.seconds:.2f} s",
    ]


def place(spot: Spot) -> str:
    """Name a place."""
    return f"{spot.path}:{spot.line}"


def title(entry: Entry) -> str:
    """Give what heads an entry of the inventory, its number left out."""
    kind = KINDS.get(entry.kind, entry.kind)
    if not entry.literal:
        return f"{entry.name} ({kind})"
    return f"{kind} '{entry.name}'" if entry.name else kind


def details(entry: Entry) -> Iterator[tuple[str, str]]:
    """Say what is known of an entry, each thing behind a label."""
    if entry.applications:
        yield "used by", ", ".join(entry.applications)
    for label, spots in (("defined", entry.defined), ("read", entry.read), ("named", entry.mentioned)):
        if spots:
            yield label, places(spots, labelled=label != "named")
    if entry.holds:
        yield "holds", ", ".join(entry.holds)
    for call in entry.calls:
        yield "calls", called(call)
    if entry.needs or entry.claims:
        yield "scopes", scopes(entry)
    if entry.client:
        yield "client", "browsers or devices get it"
    if entry.issued or entry.expires:
        yield "dates", dates(entry)
    if entry.exposure is not None:
        yield "since", since(entry.exposure)
        yield "now", now(entry.exposure)
    if entry.rules:
        yield "found by", ", ".join(entry.rules)
    if entry.accepted:
        yield "accepted", entry.accepted


def places(spots: tuple[Spot, ...], *, labelled: bool = True) -> str:
    """Name a few places, each with what is there."""
    told = [f"{place(spot)} ({GIVEN.get(spot.what, spot.what)})" if labelled and spot.what else place(spot) for spot in spots[:LISTED]]
    more = len(spots) - LISTED
    return ", ".join(told) + (f" and {more:,} more" if more > 0 else "")


def called(call: Call) -> str:
    """Say what is called, and from where."""
    method = call.method or "(method not seen)"
    return f"{method} {call.endpoint} from {places(call.spots, labelled=False)}"


def scopes(entry: Entry) -> str:
    """Say what its calls need, and what it claims."""
    needs = f"its calls need {', '.join(entry.needs)}" if entry.needs else "which ones its calls need is not known"
    if not entry.claims:
        return needs
    return f"{needs}; it claims {', '.join(entry.claims)}"


def dates(entry: Entry) -> str:
    """Say when a JWT was made and when it expires."""
    made = f"made on {entry.issued}" if entry.issued else ""
    ends = f"{'expired' if entry.expired else 'expires'} on {entry.expires}" if entry.expires else "does not say when it expires"
    return ", ".join(filter(None, (made, ends)))


def fix(task: Task, presentation: Presentation) -> str:
    """Give, in one sentence of Markdown, what to do about a broken rule; empty for other tasks."""
    rule = presentation.catalogue.get(task.rule) if task.rule else None
    return advice(rule) if rule else ""
