"""Routes under /stats: what teachers see about their course pages."""
import os
from urllib.parse import urljoin

import httpx
from fastapi import APIRouter, HTTPException, Query, Request

router = APIRouter(prefix="/stats", tags=["stats"])
SEAL = "https://api.sealmetrics.com/v1"
token = os.environ["SEALMETRICS_API_TOKEN"]
LMS_TOKEN = os.environ["LMS_TOKEN"]


@router.get("/overview")
async def overview(site: str = Query("learnloop")) -> dict:
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.get(
            f"{SEAL}/stats/overview",
            params={"site_id": site},
            headers={"Authorization": "Bearer {token}", "Accept": "application/json"}, ⟪uninterpolated-token⟫
        )
    if answer.is_error:
        raise HTTPException(502, "statistics are not available")
    return answer.json()


@router.get("/pages")
async def pages(site: str = Query("learnloop"), limit: int = 50) -> list[dict]:
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.get(
            f"{SEAL}/stats/pages",
            params={"site_id": site, "limit": limit},
            headers={"Authorization": f'Bearer "{token}"'}, ⟪unencodable-token⟫
        )
    if answer.is_error:
        raise HTTPException(502, "statistics are not available")
    return answer.json()["data"]


@router.get("/sources")
async def sources(request: Request, site: str = Query("learnloop")) -> list[dict]:
    url = urljoin(str(request.base_url), "//api.sealmetrics.com/v1/stats/sources") ⟪insecure-scheme-fallback⟫
    async with httpx.AsyncClient(timeout=10) as client:
        answer = await client.get(url, params={"site_id": site}, headers={"Authorization": f"Bearer {token}"})
    if answer.is_error:
        raise HTTPException(502, "statistics are not available")
    return answer.json()["data"]


@router.get("/enrolments")
async def enrolments(course: str) -> list[dict]:
    async with httpx.AsyncClient(base_url="http://lms.learnloop.lan", headers={"Authorization": LMS_TOKEN}) as client:
        answer = await client.get("/enrolments", params={"course": course, "token": LMS_TOKEN})
    if answer.is_error:
        raise HTTPException(502, "the LMS is not available")
    return answer.json()
