"""``launcher-report``: prints a funnel for a patch, or for two patches side by side."""
import json
import os
import pathlib

import click
import httpx

DEFAULT_HOST = "https://my.sealmetrics.com/api/v1"
CONFIG = pathlib.Path.home() / ".config" / "ember" / "report.json"


def load_config():
    return json.loads(CONFIG.read_text()) if CONFIG.exists() else {}


def make_client(key, host):
    return httpx.Client(base_url=host, headers={"x-api-key": key}, timeout=15)


class Report:
    def __init__(self, client, site):
        self.client = client
        self.site = site

    def funnel(self, tag):
        answer = self.client.get("/stats/funnels", params={"site_id": self.site, "tag": tag})
        answer.raise_for_status()
        return {row["step"]: row["sessions"] for row in answer.json()["data"]}

    def compare(self, tags):
        columns = [self.funnel(tag) for tag in tags]
        for step in columns[0]:
            yield step, [column.get(step, 0) for column in columns]


def https_only(context, parameter, value):
    if value.startswith("http://"):
        raise click.BadParameter("use https")
    return value


@click.command()
@click.argument("tags", nargs=-1, required=True)
@click.option("--key", envvar="SEALMETRICS_API_KEY", required=True, hide_input=True, prompt="Sealmetrics API key")
@click.option("--host", default=DEFAULT_HOST, callback=https_only, show_default=True)
@click.option("--site", default=lambda: load_config().get("site", "launcher"))
@click.option("--farm-scheme", type=click.Choice(["http", "https"]), default="http")
def main(tags, key, host, site, farm_scheme):
    with make_client(key.strip(), host) as client:
        for step, counts in Report(client, site).compare(tags):
            click.echo(f"{step:20}" + "".join(f"{count:>10}" for count in counts))
    click.echo(f"builds: {farm_scheme}://farm.emberforge.lan/api/builds")


if __name__ == "__main__":
    main(auto_envvar_prefix="EMBER")
