#!/usr/bin/env python3
"""Week 9: a command line for the API (click)."""
from __future__ import annotations

import base64
import json
import os

import click
import requests


class Context:
    def __init__(self, scheme: str, host: str, key: str) -> None:
        self.root = f"{scheme}://{host}/api/v1"
        self.key = key

    def get(self, path: str, headers: dict[str, str], **params):
        response = requests.get(f"{self.root}/{path}", headers=headers, params=params, timeout=20)
        if response.status_code in (401, 403):
            raise click.ClickException(f"refused: {response.status_code}")
        response.raise_for_status()
        return response.json()["data"]


@click.group()
@click.option("--scheme", default="http", type=click.Choice(["http", "https"])) ⟪insecure-scheme-fallback⟫
@click.option("--host", default="my.sealmetrics.com", show_default=True)
@click.option("--key", envvar="SEALMETRICS_API_KEY", required=True)
@click.pass_context
def cli(ctx: click.Context, scheme: str, host: str, key: str) -> None:
    ctx.obj = Context(scheme, host, key)


@cli.command()
@click.pass_obj
def accounts(obj: Context) -> None:
    for row in obj.get("accounts", {"X-API-Key": obj.key}):
        click.echo(row["id"])


@cli.command()
@click.argument("site")
@click.pass_obj
def sessions(obj: Context, site: str) -> None:
    pair = base64.b64encode(f"key:{obj.key}".encode()).decode()
    rows = obj.get(f"sites/{site}/sessions", {"Authorization": f"Basic {pair}"}) ⟪wrong-scheme⟫
    click.echo(json.dumps(rows, indent=2))


@cli.command()
@click.pass_obj
def whoami(obj: Context) -> None:
    print(f"{obj.root} as {obj.key[:5]}*** from {os.environ.get('USER')}")


if __name__ == "__main__":
    cli()
