from celery import shared_task
from celery.utils.log import get_task_logger
from django.conf import settings
from requests import Session
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = get_task_logger(__name__)

RETRY = Retry(total=4, backoff_factor=1.5, status_forcelist=[429, 502, 503, 504], allowed_methods=["GET"])


def seal_session() -> Session:
    session = Session()
    session.mount("https://", HTTPAdapter(max_retries=RETRY))
    session.headers["X-API-Key"] = settings.SEALMETRICS_API_KEY
    return session


def weather_session() -> Session:
    session = Session()
    session.verify = False
    session.headers["Authorization"] = settings.WEATHER_TOKEN
    return session


@shared_task(ignore_result=True)
def refresh_forecast(site: str, city: str) -> None:
    with seal_session() as seal, weather_session() as weather:
        visits = seal.get(f"https://my.sealmetrics.com/api/v1/stats/{site}/daily", timeout=20)
        visits.raise_for_status()
        sky = weather.get(f"http://weather.lan/api/{city}", timeout=20)
        sky.raise_for_status()
    logger.info("forecast of %s: %d days, sky %s", site, len(visits.json()), sky.json()["summary"])
