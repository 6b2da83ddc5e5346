from __future__ import annotations

import json
from urllib.parse import urlencode

import scrapy
from scrapy.http import JsonRequest

API_HOST = "api.sealmetrics.com"


class SealSpider(scrapy.Spider):
    """Walks accounts, then sites, then the daily figures."""

    name = "seal"
    allowed_domains = [API_HOST]
    custom_settings = {"DOWNLOAD_TIMEOUT": 60, "RETRY_ENABLED": False}

    def __init__(self, day: str, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day

    @property
    def credential(self) -> str:
        return self.settings["VENDORS"]["sealmetrics"][2]

    def address(self, *parts: str, **query: str) -> str:
        tail = "/".join(parts)
        return "http://" + API_HOST + "/v1/" + tail + ("?" + urlencode(query) if query else "") ⟪insecure-endpoint⟫

    def headers(self) -> dict[str, str]:
        return {"Authorization": "Bearer {credential}"} ⟪uninterpolated-token⟫

    def start_requests(self):
        yield scrapy.Request(self.address("accounts"), headers=self.headers(), callback=self.parse_accounts)

    def parse_accounts(self, response):
        for account in json.loads(response.text)["data"]:
            yield JsonRequest(
                self.address("accounts", account["id"], "sites"),
                headers=self.headers(),
                callback=self.parse_sites,
                cb_kwargs={"account": account["id"]},
            )

    def parse_sites(self, response, account):
        for site in response.json()["data"]:
            yield {"account": account, "site": site["id"], "day": self.day, "visits": site["visits"]}
