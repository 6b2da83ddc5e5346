"""Sealmetrics as data: hosts, token forms, names and headers, and the questions that front ends and checks ask of them.

The data is `rules/profile.toml`; configuration can add hosts and names. Nothing about Sealmetrics is written in code.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sealguard.facts import Value


class HostRole(enum.StrEnum):
    API = "api"
    PUBLIC = "public"


class Credential(enum.StrEnum):
    """Kinds of credential that a *name* can stand for."""

    TOKEN = "token"
    JWT = "jwt"
    WEBHOOK_SECRET = "webhook-secret"
    PASSWORD = "password"


class Profile(Protocol):
    """STUB: the agreed interface; being implemented as a frozen class with `load(hosts=(), names=())`."""

    def role(self, host: str) -> HostRole | None:
        """What a host (no port, any case) is to Sealmetrics: an API host, a public (tracker, documents) host, or none of its own."""

    def mentions(self, name: str) -> bool:
        """Whether a name in any spelling (SEALMETRICS_X, sealMetricsX, seal-metrics, sealmetrics.api, a path) names Sealmetrics."""

    def credential(self, *path: str) -> Credential | None:
        """What kind of credential a *Sealmetrics-named* dotted path stands for: ("sealmetrics", "api", "token") -> TOKEN;
        ("SEALMETRICS_SITE_ID",) -> None; ("STRIPE_KEY",) -> None; ("SEALMETRICS_TOKEN_ARN",) -> None (a reference)."""

    def credential_word(self, name: str) -> Credential | None:
        """The same for a name that need not name Sealmetrics: "token", "apiKey", "access_token" -> TOKEN; "next_page_token",
        "csrf_token", "tokenizer", "token_count" -> None."""

    def is_placeholder(self, text: str) -> bool:
        """Whether text is a documentation placeholder, templated, masked or hardly varies, so that it is no secret."""

    def looks_secret(self, text: str) -> bool:
        """Whether text, given that its name or flow says credential, can be one: not a placeholder, URL, path, sentence,
        environment variable's name, encrypted value or reference to a store (op://, vault:, arn:, ENC[...])."""

    def header(self, name: str) -> str | None:
        """`authorization`, `api-key` (the two right ones), `misspelled` or None, any case."""

    def open_path(self, path: str) -> bool:
        """Whether an API path needs no credential (auth/login, oauth/*, health, t.js ...)."""

    def login_path(self, path: str) -> bool: ...

    def about(self, *values: Value, context: tuple[str, ...] = ()) -> bool:
        """Whether values (by host, form or names of their holes) or the names around them are Sealmetrics'."""
