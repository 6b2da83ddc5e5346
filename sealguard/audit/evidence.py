"""What shows that a practice is kept. Each function looks at one kind of evidence; what it cannot see, it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sealguard.audit.inventory import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sealguard.audit.inventory import Call, Entry, Inventory
    from sealguard.audit.material import Material
    from sealguard.model import Observation

    Kind = Callable[[Material, Inventory], "Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What was seen of one kind of evidence."""

    good: tuple[Spot, ...] = ()
    """Where it is done right."""
    open: tuple[Spot, ...] = ()
    """Where it cannot be seen whether it is: with any of these, nothing is kept."""
    against: tuple[Spot, ...] = ()
    """Where it is done wrong, and no rule says so."""
    right: str = ""
    """What `good` shows, as a sentence, where nothing is open."""
    partly: str = ""
    """The same where something is."""
    wrong: str = ""
    """What `against` shows."""


# Calls ---------------------------------------------------------------------------------------------------------------


def _calls(material: Material, mark: str, right: str, *, of: Iterable[Observation] | None = None) -> Shown:
    """Divide calls into those that have a mark and those of which it cannot be seen; `right` says what they do."""
    calls = list(material.calls if of is None else of)
    good = [call for call in calls if mark in call.marks]
    return Shown(
        good=_at(good),
        open=_at(call for call in calls if mark not in call.marks),
        right=f"{_each(len(calls), 'call')} {right}.",
        partly=_partly(len(good), len(calls), "call", right),
    )


def _both(material: Material, first: str, second: str, right: str) -> Shown:
    """Divide calls into those that have two marks and those of which that cannot be seen."""
    shown = _calls(material, second, right, of=[call for call in material.calls if first in call.marks])
    return replace(shown, open=(*shown.open, *_at(call for call in material.calls if first not in call.marks)))


def _needing(material: Material) -> list[Observation]:
    """Give the calls that need a credential."""
    return [call for call in material.calls if "open" not in call.marks]


def authorized_calls(material: Material, _: Inventory) -> Shown:
    """Every call that needs a credential carries one in a right header."""
    return _calls(material, "authorized", "carries a credential in 'Authorization' or 'X-API-Key'", of=_needing(material))


def well_formed_headers(material: Material, _: Inventory) -> Shown:
    """Every header that carries a credential is 'Bearer', one space and the token, or 'X-API-Key' and the key."""
    return _calls(material, "authorized", "has a header that is spelled and put together as the API reads it", of=_needing(material))


def https_calls(material: Material, _: Inventory) -> Shown:
    """Every call's URL begins with `https`."""
    return _calls(material, "https", "goes to an 'https' URL")


def verified_calls(material: Material, _: Inventory) -> Shown:
    """Every call is HTTPS, and nothing turns the check of certificates off."""
    return _both(material, "verified", "https", "goes to an 'https' URL, with certificates checked")


def server_calls(material: Material, _: Inventory) -> Shown:
    """Calls that carry a credential are in code that no sign says is delivered."""
    carrying = [call for call in material.calls if call.uses or "authorized" in call.marks]
    served = [call for call in carrying if "client" not in call.marks]
    return Shown(
        good=_at(served),
        open=_at(call for call in carrying if "client" in call.marks),
        right=f"{_each(len(served), 'call')} that carries a credential is in code that nothing delivers to browsers or devices.",
        partly=_partly(len(served), len(carrying), "call", "is in code that nothing delivers to browsers or devices"),
    )


def account_calls(_: Material, inventory: Inventory) -> Shown:
    """`GET /v1/accounts` is called with every credential that is used."""
    used = [entry for entry in inventory.entries if entry.calls or entry.read]
    asked = {entry: [spot for call in entry.calls if _asks_for_accounts(call) for spot in call.spots[:1]] for entry in used}
    return Shown(
        good=tuple(spot for spots in asked.values() for spot in spots),
        open=tuple(spot for entry, spots in asked.items() if not spots for spot in (entry.read or entry.defined)[:1]),
        right=f"{_each(len(used), 'credential')} that is used is used for 'GET /v1/accounts' as well.",
        partly=_partly(sum(map(bool, asked.values())), len(used), "credential", "is used for 'GET /v1/accounts'"),
    )


def _asks_for_accounts(call: Call) -> bool:
    return call.endpoint.rstrip("/").endswith("/accounts") and call.method in {"GET", ""}


def logged_calls(material: Material, _: Inventory) -> Shown:
    """The function around every call writes to a log, or to the terminal."""
    return _calls(material, "logged", "is in a function that writes something down")


def answers_looked_at(material: Material, _: Inventory) -> Shown:
    """The status of every answer is looked at, or the client raises by itself."""
    return _calls(material, "answered", "has its answer's status looked at, or a client that raises by itself")


def growing_waits(material: Material, _: Inventory) -> Shown:
    """Every call is repeated with waits that grow, or as long as the API asks for."""
    return _calls(material, "waits", "is repeated after waits that grow, or that the API asks for")


def answers_and_waits(material: Material, _: Inventory) -> Shown:
    """Both."""
    shown = _both(material, "waits", "answered", "has its answer looked at, and is repeated after waits that grow")
    return replace(shown, partly="")


# Making tokens -------------------------------------------------------------------------------------------------------


def named_tokens(material: Material, _: Inventory) -> Shown:
    """Tokens that the code makes have names."""
    return _calls(material, "named", "that makes a token gives it a name", of=_making(material))


def scoped_tokens(material: Material, _: Inventory) -> Shown:
    """Tokens that the code makes have scopes."""
    return _calls(material, "scoped", "that makes a token says its scopes", of=_making(material))


def expiring_tokens(material: Material, _: Inventory) -> Shown:
    """Tokens that the code makes expire; `unbounded-token-lifetime` says when that is too late."""
    return _calls(material, "expiring", "that makes a token says when it expires", of=_making(material))


def _making(material: Material) -> list[Observation]:
    return [call for call in material.calls if "makes" in call.marks]


# Credentials ---------------------------------------------------------------------------------------------------------


def read_at_run_time(_: Material, inventory: Inventory) -> Shown:
    """Names that stand for credentials are read from the environment or a store."""
    names = [entry for entry in inventory.names if entry.read]
    good = [spot for entry in names for spot in entry.read if spot.what in {"environment", "store"}]
    return Shown(good=tuple(good), right=f"{_each(len(names), 'name')} that stands for a credential is read at run time.")


def clean_history(material: Material, inventory: Inventory) -> Shown:
    """The whole history was looked at, and has no credential that counts."""
    if material.gap() or material.history is None or material.worktree.incomplete:
        return Shown(partly=material.gap())
    leaked = [leak for leak in material.leaks.values() if not leak.exposure.gone and leak.finding.fingerprint not in _here(material)]
    against = tuple(Spot(leak.finding.path, leak.finding.region.start_line, "in a commit that HEAD has") for leak in leaked)
    return Shown(
        good=read_at_run_time(material, inventory).good,
        against=against,
        right=f"None of the {_number(material.history.files, 'object')} of the history holds a credential; programs read theirs.",
        wrong="A commit that 'HEAD' has holds a credential." if against else "",
    )


def configured_by_reference(_: Material, inventory: Inventory) -> Shown:
    """Every variable that is read is given by something that the repository shows, and not by value."""
    return _given(inventory, "is given by what deploys it, and not by value", {"secret", "reference"})


def stored_in_vaults(_: Material, inventory: Inventory) -> Shown:
    """Every credential comes out of a store, or is given by one."""
    return _given(inventory, "comes from a secret store", {"secret"})


def _given(inventory: Inventory, right: str, ways: set[str]) -> Shown:
    good: list[Spot] = []
    unsure: list[Spot] = []
    for entry in (entry for entry in inventory.names if entry.read):
        stored = [spot for spot in entry.read if spot.what == "store"]
        referred = [spot for spot in entry.defined if spot.what in ways]
        (good if stored or referred else unsure).extend(stored or referred or entry.read[:1])
    names = [entry for entry in inventory.names if entry.read]
    return Shown(
        good=tuple(good),
        open=tuple(unsure),
        right=f"{_each(len(names), 'name')} that is read {right}.",
        partly=_partly(len(names) - len(unsure), len(names), "name", right),
    )


def distinct_names(_: Material, inventory: Inventory) -> Shown:
    """Each of several applications reads names that no other one reads."""
    users = {entry: [each for each in entry.applications if each != "."] for entry in inventory.entries if entry.read or entry.present}
    several = {owner for owners in users.values() for owner in owners}
    if len(several) < 2:  # noqa: PLR2004 - one application shares with nobody here
        return Shown(partly="Only one application that has a credential can be seen here.")
    shared = [entry for entry, owners in users.items() if len(owners) > 1]
    own = [entry for entry, owners in users.items() if len(owners) == 1]
    return Shown(
        good=tuple(spot for entry in own for spot in (entry.read or entry.defined)[:1]),
        open=tuple(spot for entry in shared for spot in entry.read),
        right=f"{_number(len(several), 'application')} read their credentials under names of their own.",
        partly=f"{_names(shared)} {'is' if len(shared) == 1 else 'are'} read by several applications.",
    )


def young_tokens(material: Material, inventory: Inventory) -> Shown:
    """No credential that is there has been there for long."""
    longest = material.profile.longest_days
    old = [entry for entry in inventory.credentials if entry.present and entry.rules and (entry.age or 0) > longest]
    return Shown(
        against=tuple(Spot(spot.path, spot.line, f"there for {entry.age:,} days") for entry in old for spot in entry.defined[:1]),
        wrong=f"{_names(old)} {'has' if len(old) == 1 else 'have'} been in the repository for more than {longest} days." if old else "",
    )


def nothing_to_revoke(material: Material, inventory: Inventory) -> Shown:
    """What was exposed has expired, or nothing is exposed and the code can revoke tokens."""
    exposed = [entry for entry in inventory.credentials if entry.rules]
    over = [entry for entry in exposed if entry.expired]
    live = [entry for entry in exposed if not entry.expired]
    ended = [Spot(spot.path, spot.line, f"expired on {entry.expires}") for entry in over for spot in entry.defined[:1]]
    return Shown(
        good=(*ended, *_at(call for call in material.calls if "revokes" in call.marks)),
        open=tuple(Spot(spot.path, spot.line, "exposed") for entry in live for spot in entry.defined[:1]),
        right=f"{_each(len(over), 'exposed credential')} has expired." if over else "Nothing is exposed, and the code can revoke tokens.",
        partly=f"{_number(len(live), 'credential')} of {len(exposed):,} that are exposed may still be valid."
        if live
        else "Nothing is exposed.",
    )


def needed_scopes(_: Material, inventory: Inventory) -> Shown:
    """What a JWT claims is what the calls need."""
    told = [entry for entry in inventory.credentials if entry.claims and entry.needs]
    right = [entry for entry in told if set(entry.claims) <= {scope for call in entry.calls for scope in call.scopes}]
    return Shown(
        good=tuple(spot for entry in right for spot in entry.defined[:1]),
        open=tuple(spot for entry in inventory.entries if entry not in right for spot in (entry.read or entry.defined)[:1]),
        right=f"{_each(len(right), 'credential')} claims no more than its calls need.",
    )


def unexpired_tokens(_: Material, inventory: Inventory) -> Shown:
    """No JWT that is there has expired."""
    dated = [entry for entry in inventory.credentials if entry.expires and entry.present]
    over = [entry for entry in dated if entry.expired]
    return Shown(
        against=tuple(Spot(spot.path, spot.line, f"expired on {entry.expires}") for entry in over for spot in entry.defined[:1]),
        wrong=f"{_names(over)} {'has' if len(over) == 1 else 'have'} expired and {'is' if len(over) == 1 else 'are'} still there."
        if over
        else "",
    )


def documented_names(_: Material, inventory: Inventory) -> Shown:
    """Every name that is read is mentioned in a document, a comment or a sample."""
    names = [entry for entry in inventory.names if entry.read]
    told = [entry for entry in names if entry.mentioned]
    untold = [entry for entry in names if not entry.mentioned]
    return Shown(
        good=tuple(entry.mentioned[0] for entry in told),
        open=tuple(entry.read[0] for entry in untold),
        right=f"{_each(len(told), 'name')} that is read is mentioned in a document, a comment or a sample.",
        partly=f"{_names(untold)} {'is' if len(untold) == 1 else 'are'} mentioned in no document, comment or sample that was looked at."
        if untold
        else "",
    )


# Words ---------------------------------------------------------------------------------------------------------------


def _at(seen: Iterable[Observation]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(Spot.of(each, f"{each.method} {each.endpoint}".strip() if each.endpoint else "") for each in seen))


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _partly(seen: int, count: int, noun: str, right: str) -> str:
    """Say of how many it can be seen that they are right."""
    if seen:
        return f"For {seen:,} of {_number(count, noun)} it can be seen that it {right}."
    return f"For {f'none of {count:,} {noun}s can it' if count > 1 else f'the one {noun} it cannot'} be seen that it {right}."


def _each(count: int, noun: str) -> str:
    return f"The one {noun}" if count == 1 else f"Each of {count:,} {noun}s"


def _names(entries: Sequence[Entry]) -> str:
    """Name a few entries: by what they go under, credentials also by their number."""
    told = [f"'{entry.name}'" if not entry.literal else entry.id for entry in entries[:3]]
    more = f" and {len(entries) - 3:,} more" if len(entries) > 3 else ""  # noqa: PLR2004 - as above
    return f"{', '.join(told)}{more}"


def _here(material: Material) -> set[str]:
    return {finding.fingerprint for finding in material.worktree.findings if finding.credential}


KINDS: Final[dict[str, Kind]] = {
    "authorized-calls": authorized_calls,
    "well-formed-headers": well_formed_headers,
    "https-calls": https_calls,
    "verified-calls": verified_calls,
    "server-calls": server_calls,
    "account-calls": account_calls,
    "logged-calls": logged_calls,
    "answers-looked-at": answers_looked_at,
    "growing-waits": growing_waits,
    "answers-and-waits": answers_and_waits,
    "named-tokens": named_tokens,
    "scoped-tokens": scoped_tokens,
    "expiring-tokens": expiring_tokens,
    "read-at-run-time": read_at_run_time,
    "clean-history": clean_history,
    "configured-by-reference": configured_by_reference,
    "stored-in-vaults": stored_in_vaults,
    "distinct-names": distinct_names,
    "young-tokens": young_tokens,
    "nothing-to-revoke": nothing_to_revoke,
    "needed-scopes": needed_scopes,
    "unexpired-tokens": unexpired_tokens,
    "documented-names": documented_names,
}
"""Every kind of evidence by the name that `rules/practices.toml` calls it."""
