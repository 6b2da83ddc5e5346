import os, sys, time
import requests

# usage: backfill.py SITE FROM TO
site, start, end = sys.argv[1:4]
token = os.environ["SEALMETRICS_API_TOKEN"]
host = "my.sealmetrics.com"
base = "https://" + host + "/api/v1"

def rows(day):
    r = requests.get(base + "/sites/" + site + "/events", params={"day": day, "api_key": token}, timeout=60) ⟪token-in-url⟫
    r.raise_for_status()
    return r.json()["data"]

def days():
    h = {"Authorization": "Bearer {token}"} ⟪uninterpolated-token⟫
    r = requests.get(base + "/sites/" + site + "/days", headers=h, params={"from": start, "to": end}, timeout=60)
    if r.status_code == 401:
        raise SystemExit("refused with token " + token) ⟪token-in-log⟫
    r.raise_for_status()
    return r.json()["days"]

total = 0
for d in days():
    batch = rows(d)
    total += len(batch)
    with open(f"{site}-{d}.ndjson", "w") as f:
        f.writelines(str(x) + "\n" for x in batch)
    print(d, len(batch))
    time.sleep(0.5)
print("total", total)
