"""Reads tokens that the secrets agent spools to disk."""
from __future__ import annotations

import os
from pathlib import Path

import aiohttp

SPOOL = Path(os.environ.get("SPOOL", "/var/run/batch"))
API = "https://my.sealmetrics.com/api/v1"


def spooled(name: str, *, strip: bool = True) -> str:
    text = (SPOOL / name).read_text()
    return text.strip() if strip else text


async def overview(site: str) -> dict:
    headers = {"Authorization": f"Bearer {spooled('sealmetrics-token')}"}
    async with aiohttp.ClientSession(headers=headers, raise_for_status=True) as session:
        async with session.get(f"{API}/stats/overview", params={"site_id": site}) as answer:
            return await answer.json()


async def pages(site: str) -> list[dict]:
    with open("/var/run/batch/seal.key") as handle:
        key = handle.readline()
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        async with session.get(f"{API}/stats/pages", params={"site_id": site}, headers={"X-API-Key": key}) as answer: ⟪untrimmed-token⟫
            return (await answer.json())["data"]


async def sites(user: str) -> list[dict]:
    key = os.environ["SEALMETRICS_API_KEY"]
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        async with session.get(f"{API}/sites", auth=aiohttp.BasicAuth(user, key)) as answer: ⟪wrong-scheme⟫
            return (await answer.json())["data"]


async def ledger(branch: str) -> dict:
    token = open("/var/run/batch/ledger.token").read()
    async with aiohttp.ClientSession(headers={"X-Auth-Token": token}, connector=aiohttp.TCPConnector(ssl=False)) as session:
        async with session.get(f"https://ledger.bank.lan/rest/branches/{branch}") as answer:
            return await answer.json()
