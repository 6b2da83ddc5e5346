"""Builds the headers that the Sealmetrics API asks for."""

from pathlib import Path

SECRET_PATH = Path("/run/secrets/sealmetrics_token")


def bearer(token: str, scheme: str = "Bearer") -> dict[str, str]:
    return {"Authorization": f"{scheme} {token}", "Accept": "application/json"}


def api_key(key: str) -> dict[str, str]:
    return {"X-API-Key": key, "Accept": "application/json"}


def secret_text(path: Path = SECRET_PATH) -> str:
    with open(path, encoding="utf-8") as handle:
        return handle.read()


def mounted_token(path: Path = SECRET_PATH) -> str:
    return secret_text(path).strip()
