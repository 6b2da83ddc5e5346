"""Where the exporter's key may come from, in this order: variable, file, Vault, 1Password."""
from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

VAULT = os.environ.get("VAULT_ADDR", "http://127.0.0.1:8200")
SEALMETRICS_KEY_PATH = "secret/data/platform/sealmetrics"
SEALMETRICS_KEY_REF = "op://platform/sealmetrics/credential"
SEALMETRICS_SECRET_NAME = "platform-sealmetrics-exporter"


def variable() -> str | None:
    packed = os.environ.get("SEALMETRICS_API_KEY_B64")
    return base64.b64decode(packed).decode().strip() if packed else os.environ.get("SEALMETRICS_API_KEY")


def mounted() -> str | None:
    path = Path(os.environ.get("SEALMETRICS_API_KEY_FILE", "/etc/seal-exporter/key"))
    return path.read_text().strip() if path.exists() else None


def vault() -> str | None:
    token = os.environ.get("VAULT_TOKEN")
    if not token:
        return None
    request = Request(f"{VAULT}/v1/{SEALMETRICS_KEY_PATH}", headers={"X-Vault-Token": token})
    with urlopen(request, timeout=5) as answer:
        return json.load(answer)["data"]["data"]["api_key"]


def one_password() -> str | None:
    done = subprocess.run(["op", "read", SEALMETRICS_KEY_REF], capture_output=True, text=True)
    return done.stdout.strip() or None


SOURCES: tuple[Callable[[], str | None], ...] = (variable, mounted, vault, one_password)


def find() -> str:
    for source in SOURCES:
        if key := source():
            print(f"key from {source.__name__}", file=sys.stderr)
            return key
    raise LookupError("no source has a Sealmetrics key")


def headers() -> dict[str, str]:
    return {"X-API-Key": find()}
