from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Stage(StrEnum):
    DEV = "dev"
    UAT = "uat"
    PROD = "prod"


class SealHost(StrEnum):
    DEV = "https://seal-stub.ledgerly.internal/v1"
    UAT = "http://api.sealmetrics.com/v1" ⟪insecure-endpoint⟫
    PROD = "https://api.sealmetrics.com/v1"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="LEDGERLY_", env_file=".env", extra="ignore")

    stage: Stage = Stage.DEV
    database_url: str = "postgresql+asyncpg://ledgerly@localhost/ledgerly"
    redis_url: str = "redis://localhost:6379/0"

    seal_account: str = "⟦objid:f1⟧"
    seal_token: SecretStr = Field(default=SecretStr("⟦sm:f1⟧"), description="reporting API") ⟪hardcoded-token⟫
    seal_timeout: float = Field(default=8.0, gt=0)

    stripe_key: SecretStr = SecretStr("")
    public_url: HttpUrl = HttpUrl("http://localhost:8000")

    @property
    def seal_base(self) -> str:
        return SealHost[self.stage.name].value


@lru_cache
def get_settings() -> Settings:
    return Settings()
