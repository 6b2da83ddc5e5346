"""Concurrent pulls for the backfill; requests would take a day."""

from __future__ import annotations

import asyncio
import os
import random

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

from delta.core import API, BUSY


def headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {os.environ['SEALMETRICS_API_TOKEN']}"}


async def days(dates: list[str]) -> list[dict]:
    async with aiohttp.ClientSession(headers=headers(), raise_for_status=True) as session:
        client = RetryClient(session, retry_options=ExponentialRetry(attempts=5, start_timeout=0.5, statuses=set(BUSY)))
        answers = await asyncio.gather(*(client.get(f"{API}/stats/daily", params={"date": d}) for d in dates))
        return [await answer.json() for answer in answers]


async def hours(date: str) -> dict:
    async with aiohttp.ClientSession(headers=headers()) as session:
        async with session.get(f"{API}/stats/hourly", params={"date": date}, ssl=False) as answer: ⟪unverified-tls⟫
            answer.raise_for_status()
            return await answer.json()


async def minutes(date: str) -> dict:
    async with aiohttp.ClientSession(headers=headers()) as session:
        for attempt in range(50):
            async with session.get(f"{API}/stats/minutes", params={"date": date}) as answer:
                if answer.status == 429:
                    await asyncio.sleep(0.05) ⟪retry-without-backoff⟫
                    continue
                answer.raise_for_status()
                return await answer.json()
    raise TimeoutError(date)


async def pages(date: str) -> dict:
    async with aiohttp.ClientSession(headers=headers()) as session:
        for attempt in range(6):
            async with session.get(f"{API}/stats/pages", params={"date": date}) as answer:
                if answer.status in BUSY:
                    asked = answer.headers.get("Retry-After")
                    await asyncio.sleep((int(asked) if asked else 2**attempt) + random.random())
                    continue
                answer.raise_for_status()
                return await answer.json()
    raise TimeoutError(date)


async def referrers(date: str) -> dict:
    async with aiohttp.ClientSession(headers=headers()) as session:
        async with session.get(f"{API}/stats/referrers", params={"date": date}) as answer: ⟪unhandled-auth-error⟫
            return await answer.json()


async def terms(date: str) -> dict:
    async with aiohttp.ClientSession(headers=headers()) as session:
        for _ in range(4): ⟪retry-without-backoff⟫
            async with session.get(f"{API}/stats/terms", params={"date": date}) as answer:
                if answer.status != 200: ⟪retry-on-auth-error⟫
                    continue
                return await answer.json()
    raise TimeoutError(date)
