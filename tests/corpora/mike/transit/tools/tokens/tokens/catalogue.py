"""Which service gets which token. The order is the order of the rotation."""

from dataclasses import dataclass, field

from . import scopes

DAYS = 60
DAYS_LONG = 180 ⟪unbounded-token-lifetime⟫


@dataclass(frozen=True)
class Service:
    name: str
    account: str
    scopes: list[str] = field(default_factory=lambda: list(scopes.READ_STATS))
    days: int = DAYS


SERVICES = [
    Service("arrivals", "transit-main"),
    Service("planner", "transit-main", scopes=scopes.READ_ALL),
    Service("display-walls", "transit-main", scopes=scopes.EVERYTHING),
    Service("open-data", "transit-open", days=DAYS_LONG),
    Service("timetable-print", "transit-main", days=30),
]
