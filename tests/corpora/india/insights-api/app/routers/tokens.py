import logging
import os

import httpx
from fastapi import APIRouter, HTTPException, Response

router = APIRouter(prefix="/tokens")
logger = logging.getLogger("insights")
AUTH = "https://my.sealmetrics.com/api/v1/auth/token"


async def login() -> str:
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.post(
            AUTH,
            json={
                "email": "reports@acme-corp.io",
                "password": "⟦pw:fa1⟧", ⟪hardcoded-login⟫
            },
        )
    if answer.status_code != 200:
        raise HTTPException(502, "login failed")
    access_token = answer.json()["access_token"]
    logger.info("new sealmetrics token: %s", access_token) ⟪token-in-log⟫
    return access_token


@router.get("/overview")
async def overview(response: Response, account: str = "acme-corp"):
    bearer = await login()
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.get(
            "https://my.sealmetrics.com/api/v1/stats/overview",
            params={"account_id": account},
            headers={"Authorization": f"Bearer: {bearer}"}, ⟪malformed-whitespace⟫
        )
    if answer.status_code == 401:
        raise HTTPException(502, "analytics refused us")
    response.headers["Cache-Control"] = "max-age=60"
    return answer.json()
