from collections.abc import Iterable
from dataclasses import dataclass

import psycopg

from retail.settings import WAREHOUSE_DSN


@dataclass(frozen=True)
class Item:
    sku: str
    left: int


def upsert(table: str, rows: Iterable[dict]) -> None:
    with psycopg.connect(WAREHOUSE_DSN) as conn, conn.cursor() as cur:
        for row in rows:
            cols = ", ".join(row)
            marks = ", ".join(["%s"] * len(row))
            cur.execute(f"INSERT INTO {table} ({cols}) VALUES ({marks}) ON CONFLICT DO NOTHING", list(row.values()))


def low_stock(site: str) -> list[Item]:
    with psycopg.connect(WAREHOUSE_DSN) as conn:
        found = conn.execute("SELECT sku, on_hand FROM stock WHERE site = %s AND on_hand < 5", (site,))
        return [Item(*row) for row in found]
