from functools import lru_cache
from typing import Annotated

import httpx
from fastapi import Depends
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SEALMETRICS_", secrets_dir="/run/secrets")

    api_key: SecretStr
    account_id: str = "acme-corp"
    base_url: str = "https://my.sealmetrics.com/api/v1"
    ca_bundle: str = "/etc/ssl/certs/corporate.pem"


@lru_cache
def settings() -> Settings:
    return Settings()


async def seal_client(config: Annotated[Settings, Depends(settings)]):
    async with httpx.AsyncClient(
        base_url=config.base_url,
        headers={"X-API-Key": config.api_key.get_secret_value()},
        verify=config.ca_bundle,
        timeout=15,
    ) as client:
        yield client
