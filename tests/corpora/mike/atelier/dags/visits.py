import datetime as dt

from airflow.decorators import dag, task
from airflow.models import Variable
from airflow.providers.postgres.hooks.postgres import PostgresHook

from seal_lib import get_json, seal_session


@dag(
    schedule="30 5 * * *",
    start_date=dt.datetime(2026, 1, 1),
    catchup=False,
    default_args={"retries": 4, "retry_delay": dt.timedelta(seconds=0)},
)
def visits():
    @task
    def load(ds=None):
        session = seal_session(Variable.get("sealmetrics_api_token"))
        rows = get_json(session, "stats/visits", site_id="atelier", date=ds)
        hook = PostgresHook("warehouse")
        hook.insert_rows("seal.visits", [(ds, r["hour"], r["visits"]) for r in rows], replace=True, replace_index=["day", "hour"])

    load()


visits()
