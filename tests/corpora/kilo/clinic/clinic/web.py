from fastapi import FastAPI, HTTPException
from fastapi.responses import HTMLResponse

from clinic.seal import Forbidden, SealClient
from clinic.settings import settings

app = FastAPI(title="Clinic statistics")

PAGE = """<!doctype html>
<script src="https://t.sealmetrics.com/t.js?id={tracker}" defer></script>
<h1>Appointments</h1><div id="numbers"></div>
<script>fetch('/api/daily').then(r => r.json()).then(d => {{ numbers.textContent = d.visits }})</script>
"""


@app.get("/", response_class=HTMLResponse)
def page() -> str:
    return PAGE.format(tracker=settings().tracker_id)


@app.get("/api/daily")
def daily(day: str) -> dict:
    try:
        return SealClient().get("/stats/daily", site_id=settings().sealmetrics_site_id, date=day)
    except Forbidden as exc:
        raise HTTPException(502, "statistics are not available") from exc
