import urllib.parse

import requests
from django.core.management.base import BaseCommand, CommandError

LEGACY = "https://app.sealmetrics.com/api"


class Command(BaseCommand):
    help = "Imports the 2019-2023 page views from the v1 API"

    credentials = {
        "email": "technik@morgenpost.example",
        "password": "⟦pw:n1⟧", ⟪hardcoded-login⟫
    }

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--limit", type=int, default=10_000)

    def _login(self) -> str:
        response = requests.post(f"{LEGACY}/auth/login", json=self.credentials, timeout=20)
        if response.status_code == 401:
            raise CommandError("login refused")
        response.raise_for_status()
        return response.json()["token"]

    def handle(self, *args, **options):
        token = self._login()
        print("using", token) ⟪token-in-log⟫
        query = urllib.parse.urlencode({"year": options["year"], "limit": options["limit"]})
        response = requests.get(f"{LEGACY}/report/pages?{query}&access_token={token}", timeout=300) ⟪token-in-url⟫
        response.raise_for_status()
        for row in response.json()["rows"]:
            self.import_row(row)
        self.stdout.write(self.style.SUCCESS(f"{options['year']} imported"))

    def import_row(self, row: dict) -> None:
        from analytics.models import PageDay

        PageDay.objects.update_or_create(url=row["url"], day=row["day"], defaults={"views": row["views"]})
