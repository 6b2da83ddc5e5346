"""sealctl: poke at the analytics API from a terminal."""
import json

import click
import httpx

HOST = "api.sealmetrics.com"


class Api:
    def __init__(self, scheme, host, token):
        self.http = httpx.Client(
            base_url=f"{scheme}://{host}/v1",
            headers={"Authorization": f"Bearer {token}"},
            timeout=20,
        )

    def get(self, path, **params):
        response = self.http.get(path, params=params)
        response.raise_for_status()
        return response.json()


@click.group()
@click.option("--host", default=HOST, show_default=True)
@click.option("--scheme", default="http", show_default=True, help="Scheme of the endpoint.") ⟪insecure-scheme-fallback⟫
@click.option("--token", envvar="SEALMETRICS_TOKEN", default="⟦sm:sealctl⟧") ⟪hardcoded-token⟫
@click.pass_context
def cli(ctx, host, scheme, token):
    ctx.obj = Api(scheme, host, token)


@cli.command()
@click.pass_obj
def accounts(api):
    """List the accounts."""
    for account in api.get("/accounts")["data"]:
        click.echo(f"{account['id']}\t{account['name']}")


@cli.command()
@click.argument("account")
@click.option("--days", default=7)
@click.pass_obj
def stats(api, account, days):
    """Print an account's traffic."""
    click.echo(json.dumps(api.get(f"/accounts/{account}/stats", days=days), indent=2))


if __name__ == "__main__":
    cli()
