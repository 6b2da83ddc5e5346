"""Makes realistic secrets and ids at run time, so that no file of ours holds one and no scanner trips over our tests.

`realistic(kind, number)` is deterministic: the same kind and number give the same value in every run.
"""

from __future__ import annotations

import base64
import json
import random
import string
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHANUMERIC: Final = string.ascii_letters + string.digits
HEXADECIMAL: Final = "0123456789abcdef"
DAY: Final = 86_400
ISSUED: Final = 1_793_000_000
"""October 2026, in seconds since 1970: far enough ahead that tokens made from it are not expired when the tests run."""


def realistic(kind: str, number: int = 1) -> str:
    """Give secret or id `number` of a kind. Raises `KeyError` for a kind that does not exist."""
    return KINDS[kind](number)


def _random(kind: str, number: int) -> random.Random:
    return random.Random(f"sealguard {kind} {number}")  # noqa: S311 - reproducible on purpose; these guard nothing


def _characters(kind: str, number: int, length: int, alphabet: str = ALPHANUMERIC) -> str:
    return "".join(_random(kind, number).choices(alphabet, k=length))


def _api_key(number: int) -> str:
    return "sm_" + _characters("sm", number, 61)


def _password(number: int) -> str:
    return _characters("pw", number, 7) + "!" + _characters("pw-end", number, 6)


def base64url(raw: bytes) -> str:
    """Encode as the parts of a JWT are: URL-safe and unpadded."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def jwt(number: int, claims: dict[str, object]) -> str:
    """Give a JWT with these claims and a random signature."""
    header = {"alg": "HS256", "typ": "JWT"}
    parts = [base64url(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims)]
    return ".".join([*parts, base64url(_random("signature", number).randbytes(32))])


def _sealmetrics_jwt(number: int, scopes: list[str], issued: int, seconds: int) -> str:
    claims: dict[str, object] = {"sub": str(1000 + number), "email": f"ops{number}@acme-corp.io", "account_ids": ["acme-corp"]}
    return jwt(number, claims | {"scopes": scopes, "iat": issued, "exp": issued + seconds})


KINDS: Final[dict[str, Callable[[int], str]]] = {
    "sm": _api_key,
    "smlive": lambda n: "sm_live_" + _characters("smlive", n, 48),
    "smhead": lambda n: _api_key(n)[:30],
    "smtail": lambda n: _api_key(n)[30:],
    "b64sm": lambda n: base64.b64encode(_api_key(n).encode()).decode(),
    "b64usm": lambda n: base64url(_api_key(n).encode()),
    "hexsm": lambda n: _api_key(n).encode().hex(),
    "revsm": lambda n: _api_key(n)[::-1],
    "opaque": lambda n: _characters("opaque", n, 40),
    "opaque64": lambda n: _characters("opaque64", n, 64),
    "dashed": lambda n: "-".join(_characters(f"dashed{i}", n, 10) for i in range(4)),
    "laravel": lambda n: f"{n % 900 + 11}|{_characters('laravel', n, 40)}",
    "hex": lambda n: _characters("hex", n, 32, HEXADECIMAL),
    "hex40": lambda n: _characters("hex40", n, 40, HEXADECIMAL),
    "objid": lambda n: _characters("objid", n, 24, HEXADECIMAL),
    "uuid": lambda n: str(uuid.UUID(bytes=_random("uuid", n).randbytes(16), version=4)),
    "pw": _password,
    "whsec": lambda n: "whsec_" + _characters("whsec", n, 32),
    "jwt": lambda n: _sealmetrics_jwt(n, ["read"], ISSUED, 60 * DAY),
    "jwtlong": lambda n: _sealmetrics_jwt(n, ["read"], ISSUED, 365 * DAY),
    "jwtadmin": lambda n: _sealmetrics_jwt(n, ["read", "write", "admin"], ISSUED, 60 * DAY),
    "jwtexp": lambda n: _sealmetrics_jwt(n, ["read"], ISSUED - 1193 * DAY, 900),
    "jwtother": lambda n: jwt(n, {"sub": "1234567890", "name": "John Doe", "iat": 1_516_239_022}),
    "b64": lambda n: base64.b64encode(_random("b64", n).randbytes(48)).decode(),
}
"""How a value of each kind is made, by the kinds that slots of rule pages name."""
