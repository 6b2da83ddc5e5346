"""Which credentials a repository has, and which names stand for one: where, for whom, what they open, and how old they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from sealguard.model import Level, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sealguard.audit.material import Material
    from sealguard.model import Exposure, Observation

    Key = TypeVar("Key")
    Thing = TypeVar("Thing")

_PUBLISHING: Final = "public-env-token"
"""The rule about names that make a credential public."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and what is there."""

    path: str
    line: int
    what: str = ""

    @classmethod
    def of(cls, seen: Observation, what: str = "") -> Spot:
        """Give the place of an observation."""
        return cls(seen.path, seen.line, what)


@dataclass(frozen=True, slots=True)
class Call:
    """What is called with a credential."""

    method: str
    """Empty where it cannot be seen."""
    endpoint: str
    scopes: tuple[str, ...]
    """What it needs, any of these; empty where the profile does not know it."""
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class User:
    """An application that has to do with a credential."""

    application: str
    """Its directory; `.` is the root's."""
    ways: tuple[str, ...]
    """How: it is `written out` there, `defined` for it, `read` by it, or carried by its `calls`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A credential that is written out, or a name that stands for one."""

    id: str
    """`C1`, `C2` ... for credentials, `N1` ... for names."""
    kind: str
    name: str
    """What it goes under; empty for a credential that stands under no name."""
    literal: bool
    """Whether it is written out."""
    defined: tuple[Spot, ...]
    """Where it is written out, or where the name is given something: `literal`, `secret`, `reference`, `placeholder`, `empty`."""
    read: tuple[Spot, ...]
    """Where programs read it: from `environment`, `store`, `file`."""
    mentioned: tuple[Spot, ...]
    users: tuple[User, ...]
    """The applications that have to do with it, in order."""
    calls: tuple[Call, ...]
    holds: tuple[str, ...] = ()
    """Of a name: the credentials that are written out under it."""
    client: bool = False
    """Whether a browser or a device gets it."""
    published: str = ""
    """Of a name: the beginning that makes bundlers write what it holds into what browsers get."""
    claims: tuple[str, ...] = ()
    """The scopes that a JWT claims."""
    issued: dt.date | None = None
    expires: dt.date | None = None
    expired: bool = False
    exposure: Exposure | None = None
    """What history knows of it."""
    present: bool = False
    """Whether the work tree has it."""
    rules: tuple[str, ...] = ()
    """Those that found it and count."""
    accepted: str = ""
    """Why its findings do not count, where none does."""
    level: Level | None = None
    """The worst of its findings that count."""

    @property
    def applications(self) -> tuple[str, ...]:
        """The directories of its users."""
        return tuple(user.application for user in self.users)

    @property
    def needs(self) -> tuple[str, ...]:
        """The scopes that its calls need, as far as they are known."""
        return tuple(dict.fromkeys(scope for call in self.calls for scope in call.scopes[:1]))

    @property
    def age(self) -> int | None:
        """For how many days it has been in history at least."""
        return self.exposure.days if self.exposure and self.exposure.first else None

    @property
    def live(self) -> bool:
        """Whether it can still count: it is written out, was not accepted, and is not known to have expired."""
        return self.literal and bool(self.rules) and not self.expired


@dataclass(frozen=True, slots=True)
class Inventory:
    """All entries, credentials first."""

    entries: tuple[Entry, ...]
    applications: tuple[str, ...]

    @property
    def credentials(self) -> Sequence[Entry]:
        """What is written out."""
        return [entry for entry in self.entries if entry.literal]

    @property
    def names(self) -> Sequence[Entry]:
        """What stands for a credential."""
        return [entry for entry in self.entries if not entry.literal]


def inventory(material: Material) -> Inventory:
    """Draw up the inventory."""
    gathered = _Gathered(material)
    credentials = [gathered.credential(f"C{number}", value) for number, value in enumerate(gathered.written, 1)]
    ids = {value: entry.id for value, entry in zip(gathered.written, credentials, strict=True)}
    names = [gathered.named(f"N{number}", name, ids) for number, name in enumerate(gathered.names(), 1)]
    entries = (*credentials, *names)
    return Inventory(entries, tuple(sorted({each for entry in entries for each in entry.applications})))


class _Gathered:
    """Observations and findings, sorted by what they are about."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._read = material.observed(Sort.READ)
        self._given = material.observed(Sort.DEFINITION)
        self._calls = _by((used, call) for call in material.calls for used in call.uses)
        self._findings = _by((found.fingerprint, found) for found in material.worktree.findings if found.credential)
        self._here = {each.fingerprint for each in material.worktree.observations if each.sort is Sort.CREDENTIAL}
        self.written: Mapping[str, Sequence[Observation]] = _by((each.fingerprint, each) for each in material.written_out)
        """What is written out, by fingerprint: what the work tree has comes first."""

    # Credentials -----------------------------------------------------------------------------------------------------

    def credential(self, number: str, value: str) -> Entry:
        """Describe a credential that is written out."""
        seen = self.written[value]
        first = seen[0]
        here = [each for each in self._material.written_here if each.fingerprint == value]
        leak = self._material.leaks.get(value)
        exposure = leak.exposure if leak else None
        found = self._findings.get(value, ())
        rules = {each.rule: None for each in found if each.suppression is None}
        if leak and leak.exposure.gone:
            rules |= dict.fromkeys(leak.rules)
        under = [each for each in self._given if each.fingerprint == value and "environment" in each.marks]
        calls = [*self._calls.get(value, ()), *self._through(under)]
        spots = [Spot.of(each, "literal") for each in here]
        if exposure:
            known = {(spot.path, spot.line) for spot in spots}
            spots += [
                Spot(place.path, place.line, "history")
                for place in exposure.places
                if not place.current and (place.path, place.line) not in known
            ]
        claims = next((each for each in seen if each.expires or each.scopes or each.issued), first)
        expires = _day(claims.expires)
        return Entry(
            id=number,
            kind=first.kind,
            name=next((each.name for each in (*seen, *under) if each.name), ""),
            literal=True,
            defined=tuple(dict.fromkeys(spots)),
            read=(),
            mentioned=(),
            users=self._users({"written out": [(spot.path, spot.line) for spot in spots], "calls": _places(calls)}),
            calls=self._called(calls),
            client=any("client" in each.marks for each in seen) or any("client" in call.marks for call in calls),
            claims=claims.scopes,
            issued=_day(claims.issued),
            expires=expires,
            expired=claims.expires is not None and claims.expires < self._material.now,
            exposure=exposure,
            present=value in self._here,
            rules=tuple(rules),
            accepted="" if rules else next((each.suppression.reason or each.suppression.kind for each in found if each.suppression), ""),
            level=max((each.level for each in found if each.suppression is None), default=leak.finding.level if leak else None),
        )

    def _through(self, given: Iterable[Observation]) -> Iterator[Observation]:
        """Give the calls that use a name that a credential is written out under, in what can see that definition."""
        for definition in given:
            owners = set(self._material.application(definition.path, definition.line))
            for call in self._calls.get(definition.name, ()):
                if not owners or "" in owners or not owners.isdisjoint(self._material.application(call.path, call.line)):
                    yield call

    # Names -----------------------------------------------------------------------------------------------------------

    def names(self) -> Sequence[str]:
        """Give every name that stands for a credential: it says so, or what it holds is sent as one."""
        told = {each.name for each in self._read if each.kind}
        told |= {each.name for each in self._given if each.kind and ("environment" in each.marks or each.where in {"secret", "reference"})}
        sent = {each.name for each in (*self._read, *self._given) if each.name in self._calls}
        return sorted(filter(None, told | sent))

    def named(self, number: str, name: str, ids: Mapping[str, str]) -> Entry:
        """Describe a name."""
        read = [each for each in self._read if each.name == name]
        given = [each for each in self._given if each.name == name]
        calls = self._calls.get(name, ())
        at = set(_places((*read, *given)))
        published = any((found.path, found.region.start_line) in at for found in self._material.findings.get(_PUBLISHING, ()))
        return Entry(
            id=number,
            kind=next((each.kind for each in (*read, *given) if each.kind), "token"),
            name=name,
            literal=False,
            defined=_spots(given),
            read=_spots(read),
            mentioned=_spots(each for each in self._material.mentions if each.name == name),
            users=self._users({"defined": _places(given), "read": _places(read), "calls": _places(calls)}),
            calls=self._called(calls),
            holds=tuple(dict.fromkeys(ids[each.fingerprint] for each in given if each.fingerprint in ids)),
            client=any("client" in call.marks for call in calls) or self._material.profile.public_prefix(name) != "",
            published=self._material.profile.public_prefix(name),
            rules=(_PUBLISHING,) if published else (),
        )

    # Both ------------------------------------------------------------------------------------------------------------

    def _users(self, ways: Mapping[str, Iterable[tuple[str, int]]]) -> tuple[User, ...]:
        found: dict[str, dict[str, None]] = {}
        for way, places in ways.items():
            for path, line in dict.fromkeys(places):
                for owner in self._material.application(path, line):
                    found.setdefault(owner or ".", {})[way] = None
        return tuple(User(owner, tuple(found[owner])) for owner in sorted(found))

    def _called(self, calls: Iterable[Observation]) -> tuple[Call, ...]:
        places: dict[tuple[str, str], list[Spot]] = {}
        for call in calls:
            places.setdefault((call.method, call.endpoint), []).append(Spot.of(call))
        return tuple(
            Call(method, endpoint, self._material.scopes(method, endpoint), tuple(dict.fromkeys(spots)))
            for (method, endpoint), spots in sorted(places.items(), key=lambda item: item[0][::-1])
        )


def _by(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, list[Thing]]:
    """Sort things by what they are about."""
    found: dict[Key, list[Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return found


def _places(seen: Iterable[Observation]) -> list[tuple[str, int]]:
    return [(each.path, each.line) for each in seen]


def _spots(seen: Iterable[Observation]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(Spot.of(each, each.where) for each in seen))


def _day(time: int | None) -> dt.date | None:
    return None if time is None else dt.datetime.fromtimestamp(time, dt.UTC).date()
