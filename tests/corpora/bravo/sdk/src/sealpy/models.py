"""Typed models of the Sealmetrics API."""
from __future__ import annotations

import enum
from datetime import datetime
from typing import Literal, NamedTuple, TypedDict


class Scope(str, enum.Enum):
    STATS = "stats:read"
    SITES = "sites:read"
    ACCOUNTS = "accounts:read"


class TokenKind(enum.Enum):
    API_KEY = "sm_"
    LIVE = "sm_live_"
    TEST = "sm_test_"
    ACCESS = "eyJ"


class Header(NamedTuple):
    name: Literal["Authorization", "X-API-Key"]
    template: str

    def render(self, token: str) -> dict[str, str]:
        return {self.name: self.template.format(token=token)}


BEARER = Header("Authorization", "Bearer {token}")
KEY = Header("X-API-Key", "{token}")


class ApiTokenRow(TypedDict):
    """A row of GET /api-tokens: the secret itself is shown once and never again."""

    id: str
    name: str
    token_prefix: str
    scopes: list[str]
    expires_at: datetime | None


SAMPLE: ApiTokenRow = {
    "id": "⟦uuid:models⟧",
    "name": "looker export",
    "token_prefix": "sm_a8F",
    "scopes": [Scope.STATS.value],
    "expires_at": None,
}


def kind_of(token: str) -> TokenKind | None:
    for kind in sorted(TokenKind, key=lambda k: -len(k.value)):
        if token.startswith(kind.value):
            return kind
    return None
