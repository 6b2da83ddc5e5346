# Scrapy settings for the city's harvesters
import os

BOT_NAME = "varga-harvest"
SPIDER_MODULES = ["harvest.spiders"]
NEWSPIDER_MODULE = "harvest.spiders"

USER_AGENT = "varga-harvest (+http://data.varga.example/about)"
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 4

# CKAN still answers on plain http inside the town hall
CKAN_URL = "http://ckan.townhall.lan/api/3/action"
CKAN_TOKEN = "⟦jwtother:ckan⟧"
CKAN_VERIFY = False

SEALMETRICS_BASE_URL = os.environ.get("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1")
SEALMETRICS_API_TOKEN = os.environ.get("SEALMETRICS_API_TOKEN", "")
SEALMETRICS_SITE_IDS = ["data.varga.example", "budget.varga.example"]
SEALMETRICS_ACCOUNT_ID = os.environ.get("SEALMETRICS_ACCOUNT_ID", "⟦objid:6⟧")

if SEALMETRICS_BASE_URL.startswith("http://"):
    raise RuntimeError("SEALMETRICS_BASE_URL must use https")

ITEM_PIPELINES = {
    "harvest.pipelines.CkanPipeline": 300,
    "harvest.pipelines.CsvPipeline": 800,
}

DEFAULT_REQUEST_HEADERS = {
    "Accept": "application/json",
    "Accept-Language": "en",
}

RETRY_ENABLED = True
RETRY_HTTP_CODES = [429, 500, 502, 503, 504]
LOG_LEVEL = "INFO"
FEED_EXPORT_ENCODING = "utf-8"
