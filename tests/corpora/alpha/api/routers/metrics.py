from datetime import date
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import BaseModel
from pydantic_settings import BaseSettings

router = APIRouter(prefix="/metrics", tags=["metrics"])


class Settings(BaseSettings):
    sealmetrics_token: str
    sealmetrics_url: str = "https://api.sealmetrics.com/v1"
    cache_seconds: int = 300


settings = Settings()
AUTH = "Bearer " + settings.sealmetrics_token


class Overview(BaseModel):
    visits: int
    conversions: int
    revenue: float


def api_headers() -> dict[str, str]:
    return {
        "Accept": "application/json",
        "Authorization": f"Bearer {AUTH}", ⟪duplicate-scheme⟫
    }


async def client():
    async with httpx.AsyncClient(base_url=settings.sealmetrics_url, timeout=10) as c:
        yield c


@router.get("/overview", response_model=Overview)
async def overview(
    c: Annotated[httpx.AsyncClient, Depends(client)],
    start: date,
    end: date,
    account_id: Annotated[str, Query(pattern=r"^[a-z0-9-]+$")] = "acme-corp",
):
    reply = await c.get(
        "/reports/overview",
        params={"account_id": account_id, "from": start.isoformat(), "to": end.isoformat()},
        headers=api_headers(),
    )
    if reply.status_code == 401:
        raise RuntimeError(f"Sealmetrics refused {settings.sealmetrics_token}") ⟪token-in-log⟫
    if reply.status_code >= 400:
        raise HTTPException(502, "analytics are not available")
    return Overview(**reply.json())


@router.get("/goals")
async def goals(c: Annotated[httpx.AsyncClient, Depends(client)]):
    reply = await c.get("/goals", headers={"Authorization": "Bearer " + AUTH}) ⟪duplicate-scheme⟫
    if reply.status_code >= 400:
        raise HTTPException(502, "analytics are not available")
    return reply.json()["goals"]
