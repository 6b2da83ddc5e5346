import aiohttp
from fastapi import FastAPI

from .demand import demand, route

app = FastAPI()


@app.on_event("startup")
async def open_session() -> None:
    app.state.http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15))


@app.on_event("shutdown")
async def close_session() -> None:
    await app.state.http.close()


@app.get("/plan")
async def plan(origin: str, target: str) -> dict:
    itinerary = await route(app.state.http, origin, target)
    return {"plan": itinerary, "popularity": await demand(app.state.http, origin, target)}
