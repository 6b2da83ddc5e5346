"""New token in, old token out."""

import argparse
import datetime as dt
import logging
import os
import subprocess

from . import SERVICES, TokenApi

log = logging.getLogger("tokens.rotate")


def store(service: str, value: str) -> None:
    subprocess.run(
        ["vault", "kv", "put", f"transit/{service}/sealmetrics", "token=-"],
        input=value.encode(), check=True, stdout=subprocess.DEVNULL,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--service", required=True, choices=[s.name for s in SERVICES])
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO)

    service = next(s for s in SERVICES if s.name == args.service)
    api = TokenApi(os.environ["SEALMETRICS_ADMIN_TOKEN"])
    previous = [t for t in api.listing() if t["name"].startswith(f"{service.name}-")]
    made = api.create(service, dt.date.today().strftime("%Y%m%d"))
    store(service.name, made["token"])
    log.info("%s: %s... until %s", service.name, made["token_prefix"], made["expires_at"])
    for token in previous:
        api.revoke(token["id"])
        log.info("revoked %s", token["id"])


if __name__ == "__main__":
    main()
