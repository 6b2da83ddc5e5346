"""Header builders. Everything that talks to the vendor goes through one of them."""


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Accept": "application/json"}


def key_header(key: str) -> dict[str, str]:
    return {"X-API-Key": key, "Accept": "application/json"}
