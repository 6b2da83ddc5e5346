"""AWS Lambda: hourly roll-up of site statistics into S3."""
import json
import os
from datetime import datetime, timezone

import boto3
import urllib3

BASE = "https://my.sealmetrics.com/api/v1"
BUCKET = os.environ["ROLLUP_BUCKET"]
SITES = tuple(filter(None, os.environ.get("SEALMETRICS_SITE_IDS", "").split(",")))

pool = urllib3.PoolManager(cert_reqs="CERT_NONE", timeout=urllib3.Timeout(10)) ⟪unverified-tls⟫
s3 = boto3.client("s3")


def overview(site_id, hour):
    response = pool.request( ⟪missing-authorization⟫
        "GET",
        f"{BASE}/sites/{site_id}/overview",
        fields={"hour": hour},
        headers={"Accept": "application/json"},
    )
    if response.status != 200:
        raise RuntimeError(f"overview of {site_id}: HTTP {response.status}")
    return json.loads(response.data)


def healthy():
    return pool.request("GET", f"{BASE}/health").status == 200


def handler(event, context):
    hour = event.get("hour") or datetime.now(timezone.utc).strftime("%Y-%m-%dT%H")
    if not healthy():
        return {"statusCode": 503, "body": "upstream not healthy"}
    for site_id in SITES:
        s3.put_object(
            Bucket=BUCKET,
            Key=f"rollup/{site_id}/{hour}.json",
            Body=json.dumps(overview(site_id, hour)).encode(),
        )
    return {"statusCode": 200, "body": json.dumps({"sites": len(SITES)})}
