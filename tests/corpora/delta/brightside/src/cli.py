"""``brightside``: reports for account managers."""
import os
import sys
from pathlib import Path
from typing import Annotated, Optional

import httpx
import typer
from rich import print as rprint
from rich.table import Table

app = typer.Typer(no_args_is_help=True, add_completion=False)
HOST = "my.sealmetrics.com"

TokenOption = Annotated[Optional[str], typer.Option(envvar="SEALMETRICS_API_TOKEN", help="API token", show_default=False)]


def fail(message: str) -> None:
    typer.secho(message, fg="red", err=True)
    raise typer.Exit(2)


@app.command()
def overview(site: str, token: TokenOption = None, scheme: str = "http"): ⟪insecure-scheme-fallback⟫
    """Sessions of a site, this month."""
    if not token:
        fail("no token: set SEALMETRICS_API_TOKEN")
    answer = httpx.get(f"{scheme}://{HOST}/api/v1/stats/overview", params={"site_id": site}, headers={"Authorization": f"Bearer {token}"})
    answer.raise_for_status()
    table = Table(title=site)
    for column in ("date", "sessions"):
        table.add_column(column)
    for row in answer.json()["data"]:
        table.add_row(row["date"], str(row["sessions"]))
    rprint(table)


@app.command()
def whoami(token: TokenOption = None, verbose: bool = False):
    """Accounts that the token can read."""
    if verbose:
        typer.echo(f"token: {token}") ⟪token-in-log⟫
        typer.echo(f"host: {HOST}")
    answer = httpx.get(f"https://{HOST}/api/v1/accounts", headers={"Authorization": f"Bearer {token}"})
    if answer.status_code == 401:
        fail("the token is no longer valid")
    answer.raise_for_status()
    for account in answer.json()["data"]:
        typer.echo(account["id"])


@app.command("save-token")
def save_token(target: Path = Path("~/.config/brightside/token")):
    """Reads a token from standard input and keeps it for the other commands."""
    path = target.expanduser()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sys.stdin.readline().strip())
    os.chmod(path, 0o600)


if __name__ == "__main__":
    app()
