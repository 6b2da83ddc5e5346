"""Traffic figures for the partner portal, fetched server to server."""
import logging
from functools import lru_cache

import httpx
from fastapi import APIRouter, Depends, HTTPException
from pydantic_settings import BaseSettings

router = APIRouter(prefix="/traffic", tags=["traffic"])
logger = logging.getLogger(__name__)


class Settings(BaseSettings):
    sealmetrics_api_token: str
    sealmetrics_base_url: str = "https://api.sealmetrics.com/v1"
    sealmetrics_account_id: str = "trailmap"


@lru_cache
def get_settings() -> Settings:
    return Settings()


async def get_client():
    async with httpx.AsyncClient(timeout=10) as client:
        yield client


@router.get("/overview")
async def overview(
    period: str = "last_7_days",
    client: httpx.AsyncClient = Depends(get_client),
    settings: Settings = Depends(get_settings),
):
    url = f"{settings.sealmetrics_base_url}/accounts/{settings.sealmetrics_account_id}/overview"
    response = await client.get(f"{url}?period={period}&token={settings.sealmetrics_api_token}") ⟪token-in-url⟫
    if response.is_error:
        logger.warning("overview: upstream answered %s", response.status_code)
        raise HTTPException(status_code=502, detail="statistics are not available")
    return response.json()["data"]


@router.get("/sources")
async def sources(
    period: str = "last_7_days",
    limit: int = 20,
    client: httpx.AsyncClient = Depends(get_client),
    settings: Settings = Depends(get_settings),
):
    response = await client.get(
        f"{settings.sealmetrics_base_url}/accounts/{settings.sealmetrics_account_id}/sources",
        params={"period": period, "limit": limit},
        headers={"Authorization": f"Bearer {settings.sealmetrics_api_token}"},
    )
    if response.is_error:
        logger.warning("sources: upstream answered %s", response.status_code)
        raise HTTPException(status_code=502, detail="statistics are not available")
    return response.json()["data"]
