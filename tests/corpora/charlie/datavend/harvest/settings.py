"""Scrapy settings of the harvest project."""
import os

BOT_NAME = "harvest"
SPIDER_MODULES = ["harvest.spiders"]
NEWSPIDER_MODULE = "harvest.spiders"
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 8
DOWNLOAD_DELAY = 0.5

HTTPCACHE_ENABLED = True
HTTPCACHE_POLICY = "scrapy.extensions.httpcache.RFC2616Policy"
HTTP_PROXY = "http://squid.vend.internal:3128"

DEFAULT_REQUEST_HEADERS = {"Accept": "application/json", "Accept-Language": "en"}

ITEM_PIPELINES = {
    "harvest.pipelines.Dedupe": 100,
    "harvest.pipelines.Store": 300,
}

# vendor -> (host, how the credential is sent, where it comes from)
VENDORS = {
    "sealmetrics": ("api.sealmetrics.com", "bearer", os.environ.get("SEALMETRICS_API_TOKEN")),
    "matomo": ("matomo.vend.internal", "query", os.environ.get("MATOMO_TOKEN")),
    "plausible": ("plausible.io", "bearer", "⟦opaque:d1⟧"),
}

SEALMETRICS_TOKEN_PREFIX = "sm_abc"
SEALMETRICS_ACCOUNT_ID = "⟦objid:d1⟧"
SEALMETRICS_SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:seal-Ab12Cd"

FEEDS = {"s3://vend-raw/%(name)s/%(time)s.jsonl": {"format": "jsonlines", "overwrite": False}}
