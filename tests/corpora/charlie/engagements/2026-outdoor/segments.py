import itertools
import json
import os
import pathlib

import requests

HERE = pathlib.Path(__file__).parent
API = "https://my.sealmetrics.com/api/v1"

part_one = "⟦smhead:c2⟧" ⟪encoded-token⟫
part_two = "⟦smtail:c2⟧"


class Paged:
    """Iterates over all the pages of a list endpoint."""

    def __init__(self, path, **params):
        self.path, self.params = path, params

    def __iter__(self):
        s = requests.Session()
        s.headers.update({"X-API-Key": part_one + part_two})
        for page in itertools.count(1):
            r = s.get(API + self.path, params={**self.params, "page": page})
            r.raise_for_status()
            body = r.json()
            yield from body["data"]
            if not body.get("next"):
                return


class Legacy(Paged):
    def __iter__(self):
        key = os.environ["SEAL_LEGACY_JWT"]
        h = {"Authorization": f"Bearer '{key}'"} ⟪unencodable-token⟫
        r = requests.get("https://app.sealmetrics.com/api/segments", headers=h, params=self.params)
        r.raise_for_status()
        yield from r.json()["rows"]


if __name__ == "__main__":
    new = {s["slug"]: s for s in Paged("/segments", site_id="bergsport")}
    old = {s["slug"]: s for s in Legacy("/segments", site_id="bergsport")}
    missing = sorted(old.keys() - new.keys())
    (HERE / "missing.json").write_text(json.dumps(missing, indent=2))
    print(len(missing), "segments are missing")
