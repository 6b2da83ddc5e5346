"""Creates a new analytics key, stores it, and revokes the previous one."""
import logging

import hvac
import requests
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

logger = logging.getLogger(__name__)

TOKENS = "https://my.sealmetrics.com/api/v1/api-tokens"
STORE = "shop/sealmetrics"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=60)

    def handle(self, *args, **options):
        vault = hvac.Client(url=settings.VAULT_ADDR)
        current = vault.secrets.kv.v2.read_secret_version(path=STORE)["data"]["data"]
        session = requests.Session()
        session.headers["Authorization"] = "Bearer " + current["access_token"].strip()

        answer = session.post(
            TOKENS,
            json={
                "name": "shop storefront",
                "scopes": ["stats:read"],
                "account_ids": ["acme-corp"],
                "expires_in_days": options["days"],
            },
            timeout=20,
        )
        if answer.status_code == 403:
            raise CommandError("the access token may not create keys")
        answer.raise_for_status()
        created = answer.json()

        vault.secrets.kv.v2.create_or_update_secret(
            path=STORE,
            secret={**current, "api_key": created["token"], "api_key_id": created["id"]},
        )
        session.delete(f"{TOKENS}/{current['api_key_id']}", timeout=20).raise_for_status()
        logger.info("rotated the sealmetrics key, now %s...", created["token_prefix"])
        self.stdout.write(f"new key {created['token_prefix']}..., old one revoked")
