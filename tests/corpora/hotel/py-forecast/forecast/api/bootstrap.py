from functools import lru_cache

from fastapi import APIRouter, Depends
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from forecast.auth import current_user

router = APIRouter(prefix="/api")


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SEALMETRICS_")

    api_token: SecretStr
    site_id: str = "⟦objid:py02⟧"
    base_url: str = "https://api.sealmetrics.com/v1"


@lru_cache
def settings() -> Settings:
    return Settings()


@router.get("/bootstrap")
async def bootstrap(user=Depends(current_user), config: Settings = Depends(settings)):
    return {
        "user": user.name,
        "horizon_days": 45,
        "site_id": config.site_id,
        "api_token": config.api_token.get_secret_value(), ⟪token-sent-to-client⟫
    }
