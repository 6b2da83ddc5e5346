"""Numbers that partners may see. Each partner source hides its own credential."""
from __future__ import annotations

import functools
from typing import Protocol

import attrs
import requests

HOSTING_JWT = "⟦jwtother:partner1⟧"
WEB_JWT = "⟦jwtother:partner2⟧" ⟪hardcoded-jwt⟫


class Source(Protocol):
    def plays(self, slug: str) -> int: ...


@attrs.define
class HostingSource:
    base: str = "https://api.hosting.example/v2"

    def plays(self, slug: str) -> int:
        answer = requests.get(f"{self.base}/episodes/{slug}", headers={"Authorization": f"JWT {HOSTING_JWT}"}, timeout=10)
        answer.raise_for_status()
        return answer.json()["downloads"]


@attrs.define
class WebSource:
    site: str
    base: str = "https://app.sealmetrics.com/api"

    @functools.cached_property
    def session(self) -> requests.Session:
        session = requests.Session()
        session.headers["Authorization"] = f"Bearer {WEB_JWT}"
        return session

    def plays(self, slug: str) -> int:
        answer = self.session.get(f"{self.base}/report/pages", params={"account_id": self.site, "path": f"/e/{slug}"}, timeout=10)
        answer.raise_for_status()
        return sum(row["sessions"] for row in answer.json()["rows"])


def total(slug: str, sources: list[Source] | None = None) -> int:
    return sum(source.plays(slug) for source in sources or [HostingSource(), WebSource("podnest")])
