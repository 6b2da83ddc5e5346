import tomllib

import requests

with open("wall.toml", "rb") as f:
    wall = tomllib.load(f)["tool"]["wall"]

KEY = wall.get("key")
URL = wall.get("endpoint")


def pull():
    answer = requests.get(f"{URL}/stats/wall", headers={"X-API-Key": KEY}, timeout=10)
    answer.raise_for_status()
    return answer.json()
