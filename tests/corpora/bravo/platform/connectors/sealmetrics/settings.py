"""Connector settings. Everything can be overridden with CONNECTOR_* variables."""
from functools import lru_cache

from pydantic import Field, HttpUrl
from pydantic_settings import BaseSettings, SettingsConfigDict


class WarehouseSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WAREHOUSE_")

    dsn: str = "postgresql://etl@localhost:5432/warehouse"
    target_schema: str = "raw_analytics"
    batch_rows: int = 5_000


class SealmetricsSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="CONNECTOR_SEALMETRICS_")

    base_url: HttpUrl = HttpUrl("https://api.sealmetrics.com/v1")
    account_id: str = "⟦objid:settings⟧"
    api_token: str = "⟦opaque:settings⟧" ⟪hardcoded-token⟫
    webhook_secret: str = Field("⟦whsec:settings⟧", min_length=20) ⟪hardcoded-webhook-secret⟫
    webhook_path: str = "/hooks/sealmetrics"
    page_size: int = 200
    token_header: str = "Authorization"


class Settings(BaseSettings):
    environment: str = "dev"
    warehouse: WarehouseSettings = WarehouseSettings()
    sealmetrics: SealmetricsSettings = SealmetricsSettings()


@lru_cache
def get_settings() -> Settings:
    return Settings()
