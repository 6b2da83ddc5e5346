import getpass
import os
import sys

import click
import keyring
import requests

TOKEN_URL = "https://my.sealmetrics.com/api/v1/auth/token"
ME_URL = "https://my.sealmetrics.com/api/v1/users/me"
SERVICE = "sealmetrics"


@click.group()
def cli():
    """Sign in to Sealmetrics and look around."""


@cli.command()
@click.option("--email", default=lambda: os.environ.get("SEAL_METRICS_EMAIL", "ops@acme-corp.io"))
def login(email):
    password = os.environ.get("SEAL_METRICS_PASSWORD") or getpass.getpass("Sealmetrics password: ")
    reply = requests.post(TOKEN_URL, json={"email": email, "password": password}, timeout=15)
    if reply.status_code == 401:
        click.echo("wrong e-mail or password", err=True)
        sys.exit(1)
    reply.raise_for_status()
    token = reply.json()["access_token"]
    keyring.set_password(SERVICE, email, token)
    click.echo(f"signed in as {email}; token {token[:4]}... is in the keyring")


@cli.command()
@click.argument("email")
def whoami(email):
    token = keyring.get_password(SERVICE, email)
    if token is None:
        raise click.ClickException("sign in first")
    reply = requests.get(ME_URL, headers={"Authorization": f"bearer {token}"}, timeout=15)
    reply.raise_for_status()
    click.echo(reply.json()["name"])


@cli.command()
@click.argument("email")
def logout(email):
    keyring.delete_password(SERVICE, email)
    click.echo("token removed")


if __name__ == "__main__":
    cli()
