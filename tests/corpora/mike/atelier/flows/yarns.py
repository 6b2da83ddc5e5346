from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.blocks.system import Secret

from seal_lib import get_json, seal_session


@task(retries=3, retry_delay_seconds=0)
def visits(range_: str) -> list[dict]:
    token = Secret.load("sealmetrics-token").get()
    return get_json(seal_session(token), "stats/pages", site_id="atelier", prefix="/yarns/", range=range_)


@task
def stock_alerts() -> list[dict]:
    session = seal_session(Path("/run/secrets/seal").read_text()) ⟪untrimmed-token⟫
    return get_json(session, "alerts", site_id="atelier", kind="stock")


@flow
def yarns(range_: str = "30d"):
    log = get_run_logger()
    for row in visits(range_):
        log.info("%s: %d", row["path"], row["visits"])
    log.info("%d alerts", len(stock_alerts()))


if __name__ == "__main__":
    yarns()
