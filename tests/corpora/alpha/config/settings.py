from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import AliasChoices, Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class SealmetricsSettings(BaseSettings):
    """Read from the environment, or from files below /run/secrets."""

    model_config = SettingsConfigDict(env_prefix="SEALMETRICS_", secrets_dir="/run/secrets")

    base_url: HttpUrl = HttpUrl("https://my.sealmetrics.com/api/v1")
    account_id: str = "acme-corp"
    site_id: str = "⟦objid:21⟧"
    api_key: SecretStr = Field(validation_alias=AliasChoices("SEALMETRICS_API_KEY", "SEAL_METRICS_TOKEN"))
    webhook_secret: SecretStr | None = None
    token_prefix: str = "sm_abc"
    token_file: str = "/run/secrets/sealmetrics_token"
    oauth_client_id: str = "⟦uuid:21⟧"
    scheme: Literal["https"] = "https"
    timeout: float = 10

    @field_validator("base_url")
    @classmethod
    def only_https(cls, value: HttpUrl) -> HttpUrl:
        if value.scheme != "https":
            raise ValueError("Sealmetrics must be called over https://, not http://")
        return value

    @property
    def headers(self) -> dict[str, str]:
        return {"X-API-Key": self.api_key.get_secret_value()}


class Settings(BaseSettings):
    environment: Literal["dev", "staging", "production"] = "dev"
    log_level: str = "INFO"
    csrf_token_ttl: int = 3600
    max_tokens: int = 4096
    sealmetrics: SealmetricsSettings = Field(default_factory=SealmetricsSettings)


@lru_cache
def get_settings() -> Settings:
    return Settings()
