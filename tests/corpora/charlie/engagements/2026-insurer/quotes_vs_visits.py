# quick check for Thursday: do the quote requests match the visits?
import http.client
import json
import urllib.parse
from os import environ as env

TOKEN = "Bearer " + env["SEALMETRICS_API_TOKEN"]
QUOTE_FORM_TOKEN = "⟦hex:c5⟧"   # hidden field of the quote form


def visits(day):
    conn = http.client.HTTPSConnection("api.sealmetrics.com", timeout=20)
    conn.request("GET", "/v1/pages?" + urllib.parse.urlencode({"path": "/quote", "day": day}), headers={
        "Accept": "application/json",
        "Authorization": f"Bearer {TOKEN}", ⟪duplicate-scheme⟫
    })
    answer = conn.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} {answer.reason}")
    return json.load(answer)["data"]


def old_visits(day):
    conn = http.client.HTTPConnection("app.sealmetrics.com", timeout=20) ⟪insecure-endpoint⟫
    conn.request("GET", f"/api/pages?day={day}", headers={"Authorization": TOKEN})
    answer = conn.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} {answer.reason}")
    return json.load(answer)["rows"]


def quotes(day):
    conn = http.client.HTTPConnection("quotes.insurer.internal", 8081)
    conn.request("GET", f"/export?day={day}", headers={"X-Form-Token": QUOTE_FORM_TOKEN})
    return json.load(conn.getresponse())


for day in ("2026-02-02", "2026-02-03", "2026-02-04"):
    v, o, q = visits(day), old_visits(day), quotes(day)
    print(day, len(v), len(o), len(q))
