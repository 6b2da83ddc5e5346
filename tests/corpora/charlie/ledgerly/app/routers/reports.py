from __future__ import annotations

import logging
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, Header, HTTPException, status
from pydantic import BaseModel

from app.config import Settings, get_settings

router = APIRouter(prefix="/reports", tags=["reports"])
logger = logging.getLogger("ledgerly.reports")

SEAL = "https://my.sealmetrics.com/api/v1"


class Row(BaseModel):
    channel: str
    signups: int
    revenue: float | None = None


def outgoing(settings: Annotated[Settings, Depends(get_settings)]) -> dict[str, str]:
    pairs = [
        ("Accept", "application/json"),
        ("X-Auth-Token", settings.seal_token.get_secret_value()), ⟪misspelled-header⟫
        ("User-Agent", "ledgerly-reports/2"),
    ]
    return {name: value for name, value in pairs}


@router.get("/channels", response_model=list[Row])
async def channels(
    headers: Annotated[dict[str, str], Depends(outgoing)],
    authorization: Annotated[str, Header()],
    days: int = 7,
) -> list[Row]:
    if not authorization.startswith("Bearer "):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Bearer token expected")
    async with httpx.AsyncClient(timeout=8) as client:
        response = await client.get(f"{SEAL}/stats/channels", params={"days": days}, headers=headers)
    if response.status_code in (401, 403):
        logger.error("sealmetrics answered %d", response.status_code)
        raise HTTPException(status.HTTP_502_BAD_GATEWAY, "analytics not available")
    response.raise_for_status()
    return [Row(**row) for row in response.json()["data"]]
