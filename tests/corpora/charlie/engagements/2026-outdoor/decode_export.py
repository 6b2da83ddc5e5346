"""Decodes the campaign export of the shop system (base64 columns) and joins Sealmetrics' figures to it."""
import base64
import binascii
import csv
import os
import sys

import requests

LOGO = "⟦b64:c1⟧"
COLUMN_ORDER = base64.b64decode("Y2FtcGFpZ247c291cmNlO21lZGl1bQ==").decode().split(";")
MAGIC = bytes.fromhex("efbbbf")
SITE = "bergsport"


def clean(cell: str) -> str:
    try:
        return base64.b64decode(cell, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return cell


def seal_campaigns() -> dict[str, int]:
    with open(os.environ["SEALMETRICS_TOKEN_FILE"], encoding="utf-8") as fh:
        token = fh.readline().strip()
    response = requests.get(
        "https://api.sealmetrics.com/v1/campaigns",
        params={"site_id": SITE},
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    )
    response.raise_for_status()
    return {row["utm_campaign"]: row["sessions"] for row in response.json()["data"]}


def main(path: str) -> None:
    sessions = seal_campaigns()
    with open(path, "rb") as fh:
        text = fh.read().removeprefix(MAGIC).decode()
    writer = csv.writer(sys.stdout)
    for row in csv.DictReader(text.splitlines()):
        cells = [clean(row[name]) for name in COLUMN_ORDER]
        writer.writerow([*cells, sessions.get(cells[0], 0)])


if __name__ == "__main__":
    main(sys.argv[1])
