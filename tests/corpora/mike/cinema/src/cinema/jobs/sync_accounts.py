"""Copies the accounts' names to the reporting database. Cron, every Sunday."""

from sqlalchemy import create_engine, text

from cinema import get_settings
from cinema.seal import SealClient

UPSERT = text(
    "insert into seal_account (slug, name) values (:slug, :name) "
    "on conflict (slug) do update set name = excluded.name"
)


def run() -> int:
    settings = get_settings()
    client = SealClient(
        token="⟦opaque:1⟧", ⟪hardcoded-token⟫
        base_url=settings.seal_base_url,
    )
    accounts = client.accounts()
    with create_engine(settings.database_url).begin() as connection:
        for account in accounts:
            connection.execute(UPSERT, {"slug": account["id"], "name": account["name"]})
    return len(accounts)


if __name__ == "__main__":
    print(run(), "accounts")
