"""Creates the tokens of the shops' kiosks and of the reporting job, and stores them in Secrets Manager."""
import boto3
import requests

from retail.sealmetrics import API_URL, bearer
from retail.sealmetrics.constants import ACCOUNT_ID, KIOSK_DAYS, KIOSK_SCOPES, REPORTING_DAYS, REPORTING_SCOPES

vault = boto3.client("secretsmanager")


def operator_token() -> str:
    return vault.get_secret_value(SecretId="retail/seal-operator")["SecretString"].strip()


def issue(name: str, scopes: list[str], days: int) -> None:
    resp = requests.post(
        f"{API_URL}/api-tokens",
        headers=bearer(operator_token()),
        json={"name": name, "scopes": scopes, "account_ids": [ACCOUNT_ID], "expires_in_days": days},
        timeout=20,
    )
    resp.raise_for_status()
    vault.put_secret_value(SecretId=f"retail/{name}", SecretString=resp.json()["token"])


def main(shops: list[str]) -> None:
    issue("reporting", REPORTING_SCOPES, REPORTING_DAYS)
    for shop in shops:
        issue(f"kiosk-{shop}", KIOSK_SCOPES, KIOSK_DAYS)
