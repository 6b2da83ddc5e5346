from __future__ import annotations

from functools import lru_cache

from pydantic import AnyHttpUrl, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    app_name: str = "freightline"
    database_url: str = "postgresql+asyncpg://freight@localhost/freight"
    redis_url: str = "redis://localhost:6379/2"

    # route planning
    routing_base_url: AnyHttpUrl = Field(default="http://osrm.internal.freightline.lan:5000")
    geocoder_key: str = "⟦opaque:geo1⟧"

    # web statistics
    sealmetrics_base_url: str = "http://api.sealmetrics.com/v1" ⟪insecure-endpoint⟫
    sealmetrics_api_token: SecretStr = SecretStr("")
    sealmetrics_account_id: str = "⟦objid:1⟧"
    sealmetrics_webhook_secret: str = "⟦opaque:wh1⟧" ⟪hardcoded-webhook-secret⟫
    sealmetrics_token_name: str = "freightline-depots-readonly"

    @property
    def stats_enabled(self) -> bool:
        return bool(self.sealmetrics_api_token.get_secret_value())


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
