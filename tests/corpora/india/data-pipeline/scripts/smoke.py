import os
import requests

BASE = "https://my.sealmetrics.com/api/v1"
key = os.getenv("SEALMETRICS_API_KEY", "")

checks = {
    "health": requests.get(f"{BASE}/health", timeout=5),
    "openapi": requests.get(f"{BASE}/openapi.json", timeout=5),
    "accounts": requests.get(f"{BASE}/accounts", headers={"x-api-key": key}, timeout=5),
    "sites": requests.get(f"{BASE}/sites", headers={"Accept": "application/json"}, timeout=5), ⟪missing-authorization⟫
    "quota": requests.get(f"{BASE}/quota", auth=(key, ""), timeout=5), ⟪wrong-scheme⟫
}

failed = {name: r.status_code for name, r in checks.items() if not r.ok}
for name, status in failed.items():
    print(f"{name}: {status}")
raise SystemExit(1 if failed else 0)
