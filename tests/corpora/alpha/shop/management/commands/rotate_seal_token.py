import boto3
import requests
from django.core.management.base import BaseCommand, CommandError

TOKENS = "https://my.sealmetrics.com/api/v1/api-tokens"
SECRET_NAME = "prod/shop/sealmetrics-token"
LIFETIME_DAYS = 60


def mask(value):
    return value[:4] + "..." if value else "(none)"


class Command(BaseCommand):
    help = "Makes a new Sealmetrics token, stores it in Secrets Manager and revokes the old one."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="shop-production")

    def handle(self, *args, **options):
        secrets = boto3.client("secretsmanager")
        old = secrets.get_secret_value(SecretId=SECRET_NAME)
        token = old["SecretString"].strip()
        session = requests.Session()
        session.headers.update({"Authorization": "Bearer {}".format(token), "Accept": "application/json"})

        reply = session.post(
            TOKENS,
            json={
                "name": options["name"],
                "scopes": ["read:analytics"],
                "account_ids": ["acme-corp"],
                "expires_in_days": LIFETIME_DAYS,
            },
            timeout=20,
        )
        if reply.status_code != 201:
            raise CommandError("no new token: HTTP %d" % reply.status_code)
        fresh = reply.json()
        secrets.put_secret_value(SecretId=SECRET_NAME, SecretString=fresh["token"])
        self.stdout.write("new token %s, id %s" % (mask(fresh["token"]), fresh["id"]))

        previous_id = old.get("Tags", {}).get("token_id")
        if previous_id:
            session.delete(f"{TOKENS}/{previous_id}", timeout=20).raise_for_status()
            self.stdout.write("revoked token id %s" % previous_id)
