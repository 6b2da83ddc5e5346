#!/usr/bin/env python3
"""Weekly numbers of the resellers, run by cron with the environment of deploy/compose.yml."""
import json
import os
import pathlib
import sys

import requests

BASE = os.environ["STATS_BASE"]
KEY = os.environ["STATS_KEY"]
OUT = pathlib.Path(os.environ.get("OUT_DIR", "/var/lib/stats"))


def main(resellers: list[str]) -> int:
    for name in resellers:
        resp = requests.get(f"{BASE}/stats/reseller/{name}", headers={"X-API-Key": KEY}, timeout=30)
        if not resp.ok:
            print(f"{name}: {resp.status_code}", file=sys.stderr)
            return 1
        (OUT / f"{name}.json").write_text(json.dumps(resp.json()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
