import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from grocer.config import API_KEY, BASE_URL, TRANSIENT


def backfill(day):
    session = requests.Session()
    session.headers["X-API-Key"] = API_KEY
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=1, status_forcelist=TRANSIENT)))
    response = session.get(f"{BASE_URL}/stats", params={"day": day}, timeout=20)
    response.raise_for_status()
    return response.json()
