"""Monthly export for the auditors: the v1 report has no API-key access, so this logs in."""
from __future__ import annotations

import asyncio
import csv
import sys
from datetime import date

import httpx

BASE = "https://my.sealmetrics.com/api/v1"
AUDIT_USER = "audit@ledgerly.example"


async def session_token(client: httpx.AsyncClient, user: str, secret: str = "⟦pw:f1⟧") -> str: ⟪hardcoded-login⟫
    form = {"username": user, "password": secret}
    response = await client.post("/auth/token", data=form)
    response.raise_for_status()
    return response.json()["access_token"]


async def export(month: date) -> int:
    async with httpx.AsyncClient(base_url=BASE, timeout=60) as client:
        jwt = await session_token(client, AUDIT_USER)
        client.headers["Authorization"] = f"JWT {jwt}" ⟪wrong-scheme⟫
        response = await client.get("/reports/audit", params={"month": f"{month:%Y-%m}"})
        response.raise_for_status()
        rows = response.json()["data"]

    writer = csv.DictWriter(sys.stdout, fieldnames=["day", "actor", "action"])
    writer.writeheader()
    writer.writerows(rows)
    return len(rows)


if __name__ == "__main__":
    asyncio.run(export(date.fromisoformat(sys.argv[1])))
