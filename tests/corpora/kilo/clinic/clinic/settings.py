from functools import lru_cache

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    sealmetrics_api_key: SecretStr
    sealmetrics_base_url: str = "https://my.sealmetrics.com/api/v1"
    sealmetrics_site_id: str = "acme-clinic"
    sealmetrics_account_id: str = "⟦objid:1⟧"
    tracker_id: str = "⟦objid:2⟧"
    retry_statuses: frozenset[int] = frozenset({429, 500, 502, 503, 504})
    token_days: int = Field(default=60, ge=1, le=90)


@lru_cache
def settings() -> Settings:
    return Settings()
