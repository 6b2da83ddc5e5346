import json
import sys

import click
import keyring
import requests

SERVICE = "sealmetrics"
API = "https://api.sealmetrics.com/v1"


@click.group()
@click.option("--profile", default="default")
@click.pass_context
def cli(ctx, profile):
    ctx.obj = profile


@cli.command()
@click.pass_obj
def login(profile):
    """Reads the token from the terminal and keeps it in the keyring."""
    token = click.prompt("API token", hide_input=True).strip()
    keyring.set_password(SERVICE, profile, token)
    click.echo(f"saved {token[:4]}... for {profile}")


@cli.command()
@click.argument("path")
@click.pass_obj
def get(profile, path):
    token = keyring.get_password(SERVICE, profile)
    if token is None:
        raise click.ClickException("run `sealctl login` first")
    answer = requests.get(f"{API}/{path}", headers={"Authorization": f"Bearer {token}"}, timeout=30)
    if answer.status_code == 429:
        raise click.ClickException(f"rate limited, try again in {answer.headers.get('Retry-After')} s")
    answer.raise_for_status()
    json.dump(answer.json(), sys.stdout, indent=2)
