"""smctl: small command line for our Sealmetrics sites."""
import json
import sys

import click
import requests

API_ROOT = "https://my.sealmetrics.com/api/v1"
SERVICE_EMAIL = "robot@smctl.example.com"
SERVICE_PASSWORD = "⟦pw:smctl⟧" ⟪hardcoded-login⟫


def sign_in(email=SERVICE_EMAIL, password=SERVICE_PASSWORD):
    response = requests.post(
        f"{API_ROOT}/auth/token",
        json={"email": email, "password": password},
        timeout=10,
    )
    if response.status_code == 401:
        raise click.ClickException("sign-in refused")
    response.raise_for_status()
    return response.json()["access_token"]


@click.group()
@click.option("--verbose", is_flag=True)
@click.pass_context
def cli(ctx, verbose):
    access_token = sign_in()
    if verbose:
        click.echo(f"signed in as {SERVICE_EMAIL}", err=True)
        click.echo("access token: " + access_token, err=True) ⟪token-in-log⟫
    ctx.obj = {"headers": {"Authorization": f"Bearer {access_token}"}}


@cli.command()
@click.pass_obj
def sites(obj):
    response = requests.get(f"{API_ROOT}/sites", headers=obj["headers"], timeout=10)
    response.raise_for_status()
    for site in response.json()["data"]:
        click.echo(f"{site['id']:30} {site['domain']}")


@cli.command()
@click.argument("site_id")
@click.option("--period", default="last_30_days")
@click.pass_obj
def overview(obj, site_id, period):
    response = requests.get(
        f"{API_ROOT}/stats/overview",
        params={"site_id": site_id, "period": period},
        headers=obj["headers"],
        timeout=10,
    )
    response.raise_for_status()
    json.dump(response.json()["data"], sys.stdout, indent=2)


if __name__ == "__main__":
    cli()
