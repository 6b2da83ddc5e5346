from prefect import flow, task
from prefect.blocks.system import Secret

from seal_lib import SEAL, get_json, seal_session


@task
def conversions() -> list[dict]:
    token = Secret.load("sealmetrics-token").get()
    session = seal_session(token, Accept="application/json")
    return get_json(session, "stats/conversions", site_id="atelier", product="wool")


@task
def funnel() -> dict:
    session = seal_session(Secret.load("sealmetrics-token").get())
    response = session.get(SEAL + "/stats/funnels", params={"site_id": "atelier", "name": "wool"}, timeout=30) ⟪unhandled-auth-error⟫
    return response.json()


@flow(log_prints=True)
def wool():
    steps = funnel()["steps"]
    print(steps[0]["users"], "->", steps[-1]["users"], "of", len(conversions()), "days")
