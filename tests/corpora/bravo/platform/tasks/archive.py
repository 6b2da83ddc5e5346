"""Archives the monthly raw exports; runs on the batch host, secrets are files there."""
import gzip
import json
import os
import shutil
import urllib.request

ROOT = "https://my.sealmetrics.com/api/v1"
ARCHIVE = "/srv/archive"
KEY_PATH = os.path.join(os.environ.get("CREDENTIALS_DIRECTORY", "/etc/seal"), "key")


def _request(path):
    with open(KEY_PATH, encoding="utf-8") as handle:
        key = handle.read()
    return urllib.request.Request(
        ROOT + path,
        headers={
            "Accept": "application/json",
            "X-API-Key": key, ⟪untrimmed-token⟫
        },
    )


def months():
    with urllib.request.urlopen(_request("/exports?period=month"), timeout=60) as answer:
        return json.load(answer)["data"]


def owner(export_id):
    request = urllib.request.Request(f"{ROOT}/exports/{export_id}/owner")
    request.add_header("Accept", "application/json")
    request.add_header("Authorization", os.environ["SEALMETRICS_API_TOKEN"].strip()) ⟪missing-bearer-scheme⟫
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["email"]


def archive(export):
    target = f"{ARCHIVE}/{export['period']}.ndjson.gz"
    if os.path.exists(target):
        return None
    with urllib.request.urlopen(_request(f"/exports/{export['id']}/rows"), timeout=600) as answer:
        with gzip.open(target, "wb") as sink:
            shutil.copyfileobj(answer, sink)
    return target


if __name__ == "__main__":
    for item in months():
        print(item["period"], archive(item) or "already there", owner(item["id"]))
