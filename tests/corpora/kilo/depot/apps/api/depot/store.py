import json
import sqlite3
from contextlib import closing


def save(table: str, rows: list[dict]) -> None:
    if not table.isidentifier():
        raise ValueError(table)
    with closing(sqlite3.connect("depot.db")) as db, db:
        db.execute(f"CREATE TABLE IF NOT EXISTS {table} (body TEXT)")
        db.executemany(f"INSERT INTO {table} VALUES (?)", [(json.dumps(row),) for row in rows])
