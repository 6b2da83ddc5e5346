"""Look-ups of the vendors' credentials; nothing is kept in this repository."""
import functools
import json
import os

import boto3
import hvac
import requests
from google.cloud import secretmanager

SEALMETRICS_TOKEN_ARN = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:prod/sealmetrics/api-AbCdEf"
SEALMETRICS_API_KEY_NAME = "prod-sealmetrics-api-key"
SEALMETRICS_TOKEN_PARAMETER = "/prod/analytics/sealmetrics_token"
SEALMETRICS_API_KEY_REF = "op://Marketing/Sealmetrics/credential"
SEALMETRICS_TOKEN_FILE = "/var/run/secrets/sealmetrics/token"
SEALMETRICS_API_KEY_ID = "⟦uuid:23⟧"
SEALMETRICS_WEBHOOK_SECRET_PATH = "kv/data/marketing/sealmetrics#webhook"


@functools.lru_cache(maxsize=None)
def aws_token():
    answer = boto3.client("secretsmanager").get_secret_value(SecretId=SEALMETRICS_TOKEN_ARN)
    return json.loads(answer["SecretString"])["token"]


def ssm_token():
    parameter = boto3.client("ssm").get_parameter(Name=SEALMETRICS_TOKEN_PARAMETER, WithDecryption=True)
    return parameter["Parameter"]["Value"]


def gcp_key():
    client = secretmanager.SecretManagerServiceClient()
    name = f"projects/{os.environ['GCP_PROJECT']}/secrets/{SEALMETRICS_API_KEY_NAME}/versions/latest"
    return client.access_secret_version(name=name).payload.data.decode().strip()


def vault_webhook_secret():
    client = hvac.Client(url=os.environ["VAULT_ADDR"], token=os.environ["VAULT_TOKEN"])
    path, field = SEALMETRICS_WEBHOOK_SECRET_PATH.split("#")
    return client.read(path)["data"]["data"][field]


def mounted_token():
    with open(SEALMETRICS_TOKEN_FILE) as handle:
        return handle.read().strip()


def whoami():
    headers = {"Authorization": "Bearer " + mounted_token()}
    reply = requests.get("https://api.sealmetrics.com/v1/accounts", headers=headers, timeout=10)
    print("sealmetrics key", SEALMETRICS_API_KEY_ID, "answers", reply.status_code)
    return reply.ok
