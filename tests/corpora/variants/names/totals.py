import os

from aiohttp import ClientSession, hdrs


async def totals():
    headers = {hdrs.ACCEPT: "application/json", hdrs.AUTHORIZATION: os.environ["SEALMETRICS_TOKEN"]} ⟪missing-bearer-scheme⟫
    async with ClientSession(headers=headers) as session, session.get("https://api.sealmetrics.com/v1/totals") as response:
        return await response.json()


async def sites():
    headers = {hdrs.AUTHORIZATION: "Bearer " + os.environ["SEALMETRICS_TOKEN"]}
    async with ClientSession(headers=headers) as session, session.get("https://api.sealmetrics.com/v1/sites") as response:
        return await response.json()
