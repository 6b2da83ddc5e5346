"""Makes what config/sealmetrics_tokens.yml asks for and revokes what it replaces."""
import logging
import os
from pathlib import Path

import hvac
import yaml

from issuing import api

log = logging.getLogger("issuing")
vault = hvac.Client(url=os.environ["VAULT_ADDR"])


def store(name: str, made: dict) -> None:
    vault.secrets.kv.v2.create_or_update_secret(path=f"seal/{name}", secret={"token": made["token"]})
    log.info("%s stored, prefix %s", name, made["token_prefix"])


def main() -> None:
    old = {entry["name"]: entry["id"] for entry in api.listing()}
    config = yaml.safe_load(Path("config/sealmetrics_tokens.yml").read_text())
    for entry in config["sealmetrics"]["tokens"]:
        store(entry["name"], api.create(entry["name"], [entry["account"]], entry["scopes"], entry["expires_in_days"]))
        if entry["name"] in old:
            api.revoke(old[entry["name"]])


if __name__ == "__main__":
    main()
