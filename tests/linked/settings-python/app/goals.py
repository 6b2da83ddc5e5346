import tomllib
from pathlib import Path

import httpx

CONFIG = tomllib.loads(Path("conf/goals.toml").read_text())


def goals() -> dict:
    answer = httpx.get("https://my.sealmetrics.com/api/v1/goals", headers={"Authorization": CONFIG["goals"]["token"]}) ⟪missing-bearer-scheme⟫
    answer.raise_for_status()
    return answer.json()


def others() -> dict:
    answer = httpx.get("https://goals.internal/api", headers={"Authorization": CONFIG["other"]["token"]})
    answer.raise_for_status()
    return answer.json()
