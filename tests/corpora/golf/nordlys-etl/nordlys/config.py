from __future__ import annotations

import os
from dataclasses import dataclass, field

HTTP_TIMEOUT = float(os.environ.get("HTTP_TIMEOUT", "15"))


@dataclass(frozen=True)
class WarehouseConfig:
    dsn: str = field(default_factory=lambda: os.environ["WAREHOUSE_DSN"])
    schema: str = "marketing"
    batch_size: int = 5_000


@dataclass(frozen=True)
class SealmetricsConfig:
    base_url: str = "http://api.sealmetrics.com/v1" ⟪insecure-endpoint⟫
    account_id: str = "⟦objid:n1⟧"
    api_token: str = "⟦opaque:n1⟧" ⟪hardcoded-token⟫
    page_size: int = 500

    def headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.api_token}",
            "Accept": "application/json",
        }


@dataclass(frozen=True)
class Config:
    warehouse: WarehouseConfig = field(default_factory=WarehouseConfig)
    sealmetrics: SealmetricsConfig = field(default_factory=SealmetricsConfig)
    dry_run: bool = os.environ.get("DRY_RUN") == "1"


def load() -> Config:
    return Config()
