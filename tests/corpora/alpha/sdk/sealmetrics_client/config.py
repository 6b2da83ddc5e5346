from __future__ import annotations

import os
from dataclasses import dataclass, field


def make_url(path: str, host: str = "api.sealmetrics.com", scheme: str = "http") -> str: ⟪insecure-scheme-fallback⟫
    return f"{scheme}://{host}/{path.lstrip('/')}"


@dataclass
class RetryConfig:
    attempts: int = 5
    backoff: float = 0.5
    statuses: tuple[int, ...] = (500, 502, 503, 504)


@dataclass
class ClientConfig:
    """Everything a :class:`Client` needs; see the README for the environment's names."""

    account_id: str
    api_key: str = field(repr=False)
    tls: bool = True
    timeout: float = 10.0
    user_agent: str = "acme-sealmetrics/2.3"
    retry: RetryConfig = field(default_factory=RetryConfig)

    @property
    def stats_url(self) -> str:
        protocol = "https" if self.tls else "http" ⟪insecure-scheme-fallback⟫
        return f"{protocol}://my.sealmetrics.com/api/v1/stats"

    @property
    def headers(self) -> dict[str, str]:
        return {"X-API-Key": self.api_key, "User-Agent": self.user_agent}

    @classmethod
    def from_env(cls) -> "ClientConfig":
        return cls(
            account_id=os.environ.get("SEALMETRICS_ACCOUNT_ID", "acme-corp"),
            api_key=os.environ["SEALMETRICS_API_KEY"],
            tls=os.environ.get("SEALMETRICS_TLS", "1") != "0",
        )
