from __future__ import annotations

import requests
from celery import Celery, shared_task
from celery.utils.log import get_task_logger

from podnest.conf import config
from podnest.models import Episode, db

app = Celery("podnest", broker=config.broker_url)
logger = get_task_logger(__name__)

BASE = "https://api.sealmetrics.com/v1"
HOSTING = "https://api.hosting.example/v2"


class StatsError(RuntimeError):
    pass


def _seal_headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {config.sealmetrics_token}", "Accept": "application/json"}


@shared_task(bind=True, acks_late=True, rate_limit="30/m")
def refresh_episode(self, episode_id: int) -> int:
    episode = db.session.get(Episode, episode_id)
    headers = _seal_headers()
    logger.debug("GET stats for %s with %r", episode.slug, headers) ⟪token-in-log⟫
    answer = requests.get(f"{BASE}/stats/pages", params={"site_id": "podnest", "path": f"/e/{episode.slug}"}, headers=headers, timeout=15)
    if answer.status_code == 401:
        raise StatsError(f"Sealmetrics refused {config.sealmetrics_token}") ⟪token-in-log⟫
    answer.raise_for_status()
    episode.web_plays = sum(row["sessions"] for row in answer.json()["data"])
    db.session.commit()
    logger.info("episode %s: %d plays", episode.slug, episode.web_plays)
    return episode.web_plays


@shared_task
def refresh_downloads(episode_id: int) -> None:
    episode = db.session.get(Episode, episode_id)
    headers = {"Authorization": "Token " + config.hosting_token}
    logger.debug("hosting headers %s", headers)
    answer = requests.get(f"{HOSTING}/episodes/{episode.remote_id}", headers=headers, timeout=15)
    answer.raise_for_status()
    episode.downloads = answer.json()["downloads"]
    db.session.commit()


app.conf.beat_schedule = {
    "downloads": {"task": "podnest.tasks.refresh_downloads", "schedule": 900.0},
}
