import datetime as dt

from airflow.decorators import dag, task
from airflow.models import Variable
from urllib3.util import Retry

from seal_lib import get_json, seal_session

HASTY = Retry(total=8, status_forcelist=[429, 503]) ⟪retry-without-backoff⟫


@dag(schedule="@weekly", start_date=dt.datetime(2026, 3, 1), catchup=False)
def patterns():
    @task(retries=3)
    def popular() -> list[str]:
        session = seal_session(Variable.get("sealmetrics_api_token"), HASTY)
        rows = get_json(session, "stats/pages", site_id="atelier", prefix="/patterns/", range="7d")
        return [r["path"] for r in sorted(rows, key=lambda r: -r["visits"])[:20]]

    @task
    def announce(paths: list[str]):
        print("\n".join(paths))

    announce(popular())


patterns()
