from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

import requests

from analytics.models import Site

ROOT = "https://api.sealmetrics.com/v1"


class Command(BaseCommand):
    help = "Mirror the list of tracked sites into the local table"

    def add_arguments(self, parser):
        parser.add_argument("--account", required=True)
        parser.add_argument("--prune", action="store_true")

    def handle(self, *args, **options):
        account = options["account"]
        seen = set()
        for remote in self.fetch_sites(account):
            site, created = Site.objects.update_or_create(
                external_id=remote["id"],
                defaults={"domain": remote["domain"], "active": remote["active"]},
            )
            seen.add(site.pk)
            if created:
                self.stdout.write(f"new site {site.domain}")
        if options["prune"]:
            Site.objects.exclude(pk__in=seen).update(active=False)
        self.stdout.write(self.style.SUCCESS(f"{len(seen)} sites, plan {self.plan(account)}"))

    def fetch_sites(self, account):
        token = settings.SEALMETRICS["API_TOKEN"]
        response = requests.get(
            f"{ROOT}/accounts/{account}/sites",
            headers={
                "Accept": "application/json",
                "Authorization": "Token %s" % token, ⟪wrong-scheme⟫
            },
            timeout=30,
        )
        if response.status_code == 403:
            raise CommandError("the token may not read sites")
        response.raise_for_status()
        return response.json()["data"]

    def plan(self, account):
        response = requests.get(f"{ROOT}/accounts/{account}/plan", timeout=30) ⟪missing-authorization⟫
        response.raise_for_status()
        return response.json()["plan"]
