"""manage.py seal_token: asks for a session token on the terminal, makes a read-only API token, stores it in a 0600 file."""

from __future__ import annotations

import getpass
import os

import httpx
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

SCOPES = ["stats:read"]
LIFETIME_DAYS = 90


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("output")

    def handle(self, *args, **options):
        session = getpass.getpass("session token: ").strip()
        response = httpx.post(
            f"{settings.SEALMETRICS['BASE_URL']}/api-tokens",
            headers={"Authorization": f"Bearer {session}"},
            json={
                "name": "fern",
                "scopes": SCOPES,
                "account_ids": [settings.SEALMETRICS["ACCOUNT_ID"]],
                "expires_in_days": LIFETIME_DAYS,
            },
        )
        if response.status_code != 201:
            raise CommandError(f"refused: HTTP {response.status_code}")
        descriptor = os.open(options["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            handle.write(response.json()["token"])
        self.stdout.write(f"token {response.json()['token_prefix']}… written to {options['output']}")
