from datetime import date, timedelta

import requests
from django.core.management.base import BaseCommand, CommandError
from sealmetrics import SealMetrics

from catalogue.models import Product

ENDPOINT = "https://api.sealmetrics.com/v1/reports/%s"


class Command(BaseCommand):
    help = "Copies last week's visits of each product page from Sealmetrics into the catalogue."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=7)
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, **options):
        end = date.today()
        start = end - timedelta(days=options["days"])
        sdk = SealMetrics(
            account_id="⟦objid:120⟧",
            api_key="⟦opaque64:120⟧", ⟪hardcoded-token⟫
        )
        changed = 0
        for row in sdk.landings(start=start, end=end):
            slug = row["landing"].rstrip("/").rsplit("/", 1)[-1]
            if options["dry_run"]:
                self.stdout.write(f"{slug}: {row['visits']}")
                continue
            changed += Product.objects.filter(slug=slug).update(weekly_visits=row["visits"])
        self.stdout.write(self.style.SUCCESS(f"{changed} products, {self.bounce():.0%} bounce"))

    def bounce(self):
        reply = requests.get(
            ENDPOINT % "bounce",
            headers={
                "Accept": "application/json",
                "Authorization": "Bearer " + "token", ⟪uninterpolated-token⟫
            },
            timeout=15,
        )
        if reply.status_code != 200:
            raise CommandError(f"bounce: HTTP {reply.status_code}")
        return reply.json()["rate"]
