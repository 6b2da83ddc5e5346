"""Header building for the Sealmetrics API."""

USER_AGENT = "cinema-insights/2.8"


def bearer(token: str) -> dict[str, str]:
    """Headers for one request. ``token`` is the bare token, without a scheme."""
    return {
        "Authorization": f"Bearer {token}",
        "Accept": "application/json",
        "User-Agent": USER_AGENT,
    }


def merge(base: dict[str, str], **extra: str) -> dict[str, str]:
    merged = dict(base)
    for name, value in extra.items():
        merged[name.replace("_", "-").title()] = value
    return merged
