"""FastAPI dependencies."""
from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Annotated

import httpx
from fastapi import Depends, HTTPException, Request, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBasic, HTTPBearer

from learnloop.config import Config, get_config

logger = logging.getLogger("learnloop.deps")
bearer = HTTPBearer(scheme_name="learner")
basic = HTTPBasic(realm="graders")
HEADER = "Authorization"
SCHEME = "Bearer"


def seal_headers(config: Annotated[Config, Depends(get_config)]) -> dict[str, str]:
    return {HEADER: f"{SCHEME} {config.sealmetrics_token.get_secret_value()}"}


async def seal_client(
    request: Request,
    headers: Annotated[dict[str, str], Depends(seal_headers)],
) -> AsyncIterator[httpx.AsyncClient]:
    """One client a request; the pool is the application's."""
    async with httpx.AsyncClient(
        base_url="https://my.sealmetrics.com/api/v1",
        headers=headers,
        transport=request.app.state.transport,
        timeout=10,
    ) as client:
        yield client


async def learner(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> str:
    if not credentials.credentials.startswith("ll_"):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})
    return credentials.credentials[3:]


async def course_traffic(course: str, client: Annotated[httpx.AsyncClient, Depends(seal_client)]) -> dict:
    answer = await client.get("/stats/pages", params={"site_id": "learnloop", "path": f"/course/{course}"})
    if answer.status_code in (401, 403):
        logger.error("sealmetrics refused the call (%d)", answer.status_code)
        raise HTTPException(status.HTTP_502_BAD_GATEWAY, "statistics are not available")
    answer.raise_for_status()
    return answer.json()


SealClient = Annotated[httpx.AsyncClient, Depends(seal_client)]
