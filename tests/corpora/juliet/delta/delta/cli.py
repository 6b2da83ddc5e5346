from __future__ import annotations

import asyncio
import json

import typer

from delta.sources import SealmetricsClient, SealmetricsPreview, accounts, stream

app = typer.Typer()


@app.command()
def overview(day: str, preview: bool = False) -> None:
    client = SealmetricsPreview() if preview else SealmetricsClient()
    typer.echo(json.dumps(client.overview(day), indent=2))


@app.command()
def whoami() -> None:
    for account in accounts():
        typer.echo(f"{account['id']}  {account['name']}")


@app.command()
def backfill(days: list[str]) -> None:
    typer.echo(len(asyncio.run(stream.days(days))))


if __name__ == "__main__":
    app()
