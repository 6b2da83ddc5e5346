"""Sealmetrics as data: hosts, token forms, names and headers, and the questions that front ends and checks ask of them.

The data is `rules/profile.toml`; configuration can add hosts and names. Nothing about Sealmetrics is written in code.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sealguard.anchors import places
from sealguard.forms import find_credentials
from sealguard.rulebook import RULES, load_data
from sealguard.secrecy import Vocabulary, is_placeholder, looks_secret
from sealguard.urls import read_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sealguard.facts import Value

__all__ = ["MENTION", "RULES", "Credential", "HostRole", "Profile", "squeezed", "words"]

MENTION: Final = "seal[-_ ]?metrics"
"""A pattern for Sealmetrics' name in any spelling, for text in any case."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SEPARATORS = re.compile(r"[\s_.\-/\\:]+")
_VERSION = re.compile(r"/?(?:api/)?(?:v[0-9]+(?:\.[0-9]+)?/)?")


class HostRole(enum.StrEnum):
    """What a host is to Sealmetrics."""

    API = "api"
    """Credentials go there."""
    PUBLIC = "public"
    """The tracker, documents: no credential belongs there."""


class Credential(enum.StrEnum):
    """Kinds of credential that a *name* can stand for."""

    TOKEN = "token"  # noqa: S105 - a kind, not a credential
    JWT = "jwt"
    WEBHOOK_SECRET = "webhook-secret"  # noqa: S105 - a kind, not a credential
    PASSWORD = "password"  # noqa: S105 - a kind, not a credential


_DIRECTORIES: Final = frozenset({"PWD", "OLDPWD"})
"""What shells call the working directory, and the one before it."""


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """Split a name in any spelling (snake, camel, kebab, dotted, SCREAMING) into lower-case words."""
    joined = name.replace("OAuth", "Oauth").replace("APIs", "Apis")
    return tuple(word.lower() for word in _WORD.findall(joined))


@lru_cache(maxsize=8192)
def squeezed(name: str) -> str:
    """Give a name in lower case without the separators that spellings differ in."""
    return _SEPARATORS.sub("", name).lower()


@lru_cache(maxsize=8192)
def _mentions(known: tuple[str, ...], name: str) -> bool:
    flat = squeezed(name)
    return any(each in flat for each in known)


@dataclass(frozen=True)
class _Names:
    """The vocabulary of credential names, as sets."""

    token: frozenset[str]
    key_after: frozenset[str]
    containers: frozenset[str]
    jwt: frozenset[str]
    webhook: frozenset[str]
    webhook_head: frozenset[str]
    password: frozenset[str]
    qualifiers: frozenset[str]
    foreign_kinds: frozenset[str]
    vendors: frozenset[str]
    ambiguous: frozenset[str]
    hidden: frozenset[str]
    generic: frozenset[str]
    properties: frozenset[str]

    @property
    def heads(self) -> frozenset[str]:
        return self.token | self.jwt | self.webhook_head | self.password | {"key"}

    @classmethod
    def of(cls, data: Mapping[str, list[str]]) -> _Names:
        return cls(
            *(
                frozenset(data[key])
                for key in (
                    "token", "key-after", "token-containers", "jwt", "webhook", "webhook-head", "password",
                    "qualifiers", "foreign-kinds", "vendors", "ambiguous-vendors", "hidden", "generic", "properties",
                )
            )
        )  # fmt: skip

    def bare(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Drop what follows the head without changing what it is: numbers, versions, environments."""
        end = len(parts)
        while end and (parts[end - 1].isdigit() or parts[end - 1] in self.qualifiers):
            end -= 1
        return parts[:end]

    def kind(self, parts: tuple[str, ...]) -> Credential | None:
        """Say what a name made of these words stands for, whosever it is."""
        parts = self.bare(parts)
        if not parts or not self.foreign_kinds.isdisjoint(parts):
            return None
        head, before = parts[-1], parts[:-1]
        signed = not self.jwt.isdisjoint(before)
        if head in self.password:
            return Credential.PASSWORD
        if head in self.webhook_head and (head == "whsec" or not self.webhook.isdisjoint(before)):
            return Credential.WEBHOOK_SECRET
        if head == "key":
            token = bool(before) and before[-1] in self.key_after and "token" not in before
        else:
            token = head in self.token and not (head == "secret" and signed)  # a JWT secret signs the application's own tokens
        if head in self.jwt or (token and signed):
            return Credential.JWT
        return Credential.TOKEN if token else None


@dataclass(frozen=True)
class _Scopes:
    """What a token may do, and what calls need."""

    words: frozenset[str]
    broad: tuple[str, ...]
    longest: int
    needed: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]
    """Endpoint, methods and scopes."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> _Scopes:
        needed = ((line["endpoint"], frozenset(line["methods"]), tuple(line["scopes"])) for line in data["needed"])
        return cls(frozenset(data["words"]), tuple(data["broad"]), data["longest"], tuple(needed))


@dataclass(frozen=True)
class Profile:
    """What is Sealmetrics', and what is a credential of it."""

    hosts: frozenset[str]
    """API hosts; one that begins `*.` stands for every host below."""
    public_hosts: frozenset[str]
    domain: str
    api_words: frozenset[str]
    names: tuple[str, ...]
    """What a name has to contain, squeezed."""
    vocabulary: Vocabulary
    _words: _Names
    _headers: Mapping[str, list[str]]
    _paths: Mapping[str, list[str]]
    _cookies: frozenset[str]
    _public_prefixes: tuple[str, ...]
    _mention: re.Pattern[str]
    _beginnings: frozenset[str]
    """What a mention begins with, in lower case."""
    _acts: frozenset[str]
    _scopes: _Scopes
    _acts_alone: frozenset[str]

    @classmethod
    def load(cls, hosts: Iterable[str] = (), names: Iterable[str] = ()) -> Profile:
        """Read the profile's data and add API hosts and names. Raises `OSError` where the data is not installed."""
        data = load_data()
        names = tuple(names)
        known, vendors = data["hosts"], data["mentions"]["webhook-vendors"]
        return cls(
            hosts=frozenset(known["api"]) | {host.lower().rstrip(".") for host in hosts},
            public_hosts=frozenset(known["public"]),
            domain=known["domain"],
            api_words=frozenset(known["api-words"]),
            names=(*data["names"], *(squeezed(name) for name in names if squeezed(name))),
            vocabulary=Vocabulary.of(data),
            _words=_Names.of(data["words"]),
            _headers=data["headers"],
            _paths=data["paths"],
            _cookies=frozenset(data["cookies"]["credential"]),
            _public_prefixes=tuple(data["client"]["public-prefixes"]),
            _mention=re.compile("|".join([MENTION, *map(re.escape, names), *map(re.escape, vendors)]), re.IGNORECASE),
            _beginnings=frozenset(["seal", *(word.lower() for word in (*names, *vendors) if word)]),
            _acts=frozenset(data["words"]["acts"]),
            _scopes=_Scopes.of(data["scopes"]),
            _acts_alone=frozenset(data["words"]["acts-alone"]),
        )

    # Hosts and paths --------------------------------------------------------------------------------------------------

    def role(self, host: str) -> HostRole | None:
        """Say what a host (no port, any case) is to Sealmetrics: an API host, a public one, or none of its own."""
        host = host.lower().rstrip(".")
        if host in self.hosts or any(host.endswith(known[1:]) for known in self.hosts if known.startswith("*.")):
            return HostRole.API
        if host in self.public_hosts:
            return HostRole.PUBLIC
        if not host.endswith("." + self.domain):
            return None
        parts = re.split(r"[.-]", host.removesuffix("." + self.domain))
        return HostRole.PUBLIC if self.api_words.isdisjoint(part.rstrip("0123456789") for part in parts) else HostRole.API

    def open_path(self, path: str) -> bool:
        """Tell whether an API path needs no credential (auth/login, oauth/*, health, t.js ...)."""
        inner = _inner(path)
        return any(
            inner == known or (known.endswith("/*") and inner.startswith(known[:-1])) or inner.endswith("/" + known)
            for known in self._paths["open"]
        )

    def login_path(self, path: str) -> bool:
        """Tell whether an API path takes e-mail and password."""
        inner = _inner(path)
        return any(inner == known or inner.endswith("/" + known) for known in self._paths["login"])

    def makes_tokens(self, path: str) -> bool:
        """Tell whether API tokens are made at an API path."""
        return _inner(path) in self._paths["tokens"]

    def manages_tokens(self, path: str) -> bool:
        """Tell whether API tokens are made, changed or revoked at an API path."""
        inner = _inner(path)
        return any(inner == known or inner.startswith(f"{known}/") for known in self._paths["tokens"])

    def grants_scopes(self, path: str) -> bool:
        """Tell whether scopes are asked for at an API path: OAuth's authorization and its tokens."""
        inner = _inner(path)
        return any(inner == known or inner.endswith("/" + known) for known in self._paths["grants"])

    # Scopes -----------------------------------------------------------------------------------------------------------

    @property
    def longest_days(self) -> int:
        """For how many days a token may be valid."""
        return self._scopes.longest

    def scope_name(self, name: str) -> bool:
        """Tell whether what stands under a name is what a token is asked to be allowed: `scopes`, `SEALMETRICS_OAUTH_SCOPE`."""
        own = self._own(name)
        return own[-1:] in {("scope",), ("scopes",)} and all(word in self._scopes.words or self.mentions(word) for word in own[:-1])

    def broad_scope(self, scope: str) -> bool:
        """Tell whether a scope allows more than reading."""
        return any(scope == known or (known.endswith(":*") and scope.startswith(known[:-1])) for known in self._scopes.broad)

    def needed_scopes(self, method: str, path: str) -> tuple[str, ...]:
        """Give the scopes of which a call has to have one, the seed's first; none where that is not known.

        `method` in upper case; empty where it is not known. A call to a path that needs no credential needs none.
        """
        inner = _inner(path)
        for endpoint, methods, scopes in () if self.open_path(path) else self._scopes.needed:
            fits = inner == endpoint or (endpoint.endswith("*") and inner.startswith(endpoint[:-1]))
            if fits and ("*" in methods or method in methods):
                return scopes
        return ()

    def credential_cookie(self, name: str) -> bool:
        """Tell whether a cookie of this name is a session's access or refresh token."""
        return name.lower() in self._cookies

    # Names ------------------------------------------------------------------------------------------------------------

    def mentions(self, name: str) -> bool:
        """Tell whether a name in any spelling (SEALMETRICS_X, sealMetricsX, seal-metrics, sealmetrics.api, a path) names Sealmetrics."""
        return _mentions(self.names, name)

    def credential(self, *path: str) -> Credential | None:
        """Say what kind of credential a *Sealmetrics-named* dotted path stands for, outermost name first.

        `("sealmetrics", "api", "token")` is a token; `("SEALMETRICS_SITE_ID",)`, `("STRIPE_KEY",)` and
        `("SEALMETRICS_TOKEN_ARN",)`, a reference, are nothing.
        """
        named = [index for index, name in enumerate(path) if self.mentions(name)]
        if not named or any(not self._words.hidden.isdisjoint(words(name)) for name in path):
            return None
        inside = path[named[0] :]
        if any(not self._words.vendors.isdisjoint(self._own(name)) for name in inside):
            return None
        return self._last(inside)

    def _last(self, path: tuple[str, ...]) -> Credential | None:
        """Judge the last name that says anything: `value`, `prod` and `0` only qualify what they stand in."""
        name = path[-1]
        own = self._own(name)
        bare = self._words.bare(own)
        before = self._own(path[-2]) if len(path) > 1 else ()
        if not bare and not self.mentions(name):
            return self._container(path[:-1]) if len(path) > 1 else None
        if bare and bare[-1] == "key" and len(bare) == 1 and before:
            bare = (before[-1], "key")
        kind = self._words.kind(bare)
        if kind is not None:
            # A name that does not say whose it is must not say that it is somebody else's.
            foreign = not self.mentions(name) and not set(bare) <= self._words.generic | self._words.heads | self._words.qualifiers
            if foreign and not all(word.isdigit() or word in self._words.generic for word in bare[:-1]):
                return None
            hook = kind is Credential.TOKEN and bare[-1] in self._words.webhook_head and not self._words.webhook.isdisjoint(before)
            return Credential.WEBHOOK_SECRET if hook else kind
        if self.mentions(name) or len(path) < 2 or not self._plain(bare):  # noqa: PLR2004 - the name and what it stands in
            return None
        return self._container(path[:-1], plural_only=True)

    def _container(self, path: tuple[str, ...], *, plural_only: bool = False) -> Credential | None:
        """Judge what a value stands in when its own name does not say: `tokens: {acme: ...}`, `api_key: {value: ...}`."""
        own = self._own(path[-1])
        if own and own[-1] in self._words.containers and self._words.foreign_kinds.isdisjoint(own):
            return Credential.TOKEN
        return None if plural_only else self._last(path)

    def _plain(self, parts: tuple[str, ...]) -> bool:
        """Tell whether words could be a label somebody chose for one of several tokens, and not the name of another property."""
        return len(parts) == 1 and parts[0] not in self._words.properties

    def credential_word(self, name: str) -> Credential | None:
        """Say the same as `credential` for a name that need not name Sealmetrics.

        "token", "apiKey", "access_token" are tokens; "next_page_token", "csrf_token", "tokenizer", "token_count" are nothing.
        """
        own = self._own(name)
        return self._words.kind(own) if name not in _DIRECTORIES and self._words.vendors.isdisjoint(own) else None

    @property
    def public_prefixes(self) -> tuple[str, ...]:
        """The beginnings of environment names that make bundlers show their values to browsers."""
        return self._public_prefixes

    def public_prefix(self, name: str) -> str:
        """Give the beginning of an environment name that makes bundlers show its value to browsers; empty where there is none."""
        return next((prefix for prefix in self._public_prefixes if name.startswith(prefix)), "")

    def _own(self, name: str) -> tuple[str, ...]:
        """Split a name into words, "seal", "metrics" joined, and words that were run together taken apart."""
        found: list[str] = []
        for word in words(name.removeprefix(self.public_prefix(name))):
            if word == "metrics" and found and found[-1] == "seal":
                found[-1] = "sealmetrics"
            elif word.startswith("sealmetrics") and len(word) > len("sealmetrics"):
                found += ["sealmetrics", word.removeprefix("sealmetrics")]
            elif word == "key" and found and found[-1] in {"api", "access", "secret"}:
                found[-1] += "key"
            elif word == "word" and found and found[-1] == "pass":
                found[-1] = "password"
            else:
                found.append(word)
        return tuple(found)

    def header(self, name: str) -> str | None:
        """Say what a header's name is: `authorization`, `api-key` (the two right ones), `misspelled` or `None`, in any case."""
        lower = name.lower()
        for right in ("authorization", "api-key"):
            if lower in self._headers[right]:
                return right
        plain = lower.strip().rstrip(":").strip().replace("_", "-")
        if plain in self._headers["misspelled"] or plain in self._headers["authorization"] or plain in self._headers["api-key"]:
            return "misspelled"
        near = any(_one_slip(plain, right) for right in (*self._headers["authorization"], *self._headers["api-key"]))
        return "misspelled" if near else None

    # Text -------------------------------------------------------------------------------------------------------------

    def is_placeholder(self, text: str) -> bool:
        """Tell whether text is a documentation placeholder, templated, masked or hardly varies, so that it is no secret."""
        return is_placeholder(text, self.vocabulary)

    def looks_secret(self, text: str, kind: Credential = Credential.TOKEN) -> bool:
        """Tell whether text, given that its name or flow says credential, can be one.

        Placeholders, URLs, paths, sentences, identifiers, environment variables' names, encrypted values and references to a
        store (op://, vault:, arn:, ENC[...]) are none. Of a `kind` that people choose, words with a digit or a symbol are enough.
        """
        return looks_secret(text, self.vocabulary, chosen=kind is Credential.PASSWORD)

    # Context ----------------------------------------------------------------------------------------------------------

    def owner(self, *names: str) -> bool | None:
        """Say whose the thing is that stands in these names, outermost first: Sealmetrics' (true), another vendor's (false), unknown.

        The innermost name that says something decides, so that `SealmetricsSync.notify_slack` is Slack's.
        """
        for name in reversed(names):
            ours, theirs = self.mentions(name), not (self._words.vendors - self._words.ambiguous).isdisjoint(self._own(name))
            if ours != theirs:
                return ours
        return None

    def link_path(self, path: str) -> bool:
        """Tell whether a path is a mailed link's, whose token is no API credential."""
        return any(part in self._paths["links"] for part in path.lower().split("/"))

    def act(self, name: str) -> bool:
        """Tell whether a call of this name does something with a credential rather than giving one: `validate_token`."""
        said = words(name.rpartition(".")[2])
        return not self._acts.isdisjoint(said[:1]) or (len(said) == 1 and said[0] in self._acts_alone)

    def mentions_in(self, text: str) -> Iterator[tuple[int, bool]]:
        """Give where running text names Sealmetrics (true) or a vendor of webhooks (false), in order."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters of a few scripts grow
            yield from ((found.start(), self.mentions(found[0])) for found in self._mention.finditer(text))
            return
        end = 0
        for at in sorted(at for beginning in self._beginnings for at in places(lowered, beginning)):
            found = self._mention.match(text, at) if at >= end else None
            if found is not None:
                yield at, self.mentions(found[0])
                end = found.end()

    def about(self, *values: Value, context: tuple[str, ...] = ()) -> bool:
        """Tell whether values (by host, form or names of their holes) or the names around them are Sealmetrics'."""
        said = self.owner(*context)
        return any(self._about(value) for value in values) if said is None else said

    def _about(self, value: Value) -> bool:
        if any(self.owner(*hole.names) for hole in value.holes):
            return True
        url = read_url(value)
        if url is not None and url.host:
            return self.role(url.host) is HostRole.API
        return any(form == "api-key" for form, _, _ in find_credentials(value.shape))


def _inner(path: str) -> str:
    """Give a path without slashes at its ends, `api` and version in front, and whatever follows it."""
    bare = path.split("?", 1)[0].split("#", 1)[0].lstrip("/")
    return bare[_VERSION.match(bare).end() :].strip("/").lower()  # type: ignore[union-attr] # the pattern matches nothing, too


def _one_slip(text: str, right: str) -> bool:
    """Tell whether `text` is `right` with one or two letters lost, added, changed or swapped."""
    if text == right or abs(len(text) - len(right)) > 2 or len(right) < 8:  # noqa: PLR2004 - short names have too many neighbours
        return False
    head = 0
    while head < min(len(text), len(right)) and text[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(text), len(right)) - head and text[-1 - tail] == right[-1 - tail]:
        tail += 1
    return max(len(text), len(right)) - head - tail <= 2  # noqa: PLR2004 - two letters next to each other
