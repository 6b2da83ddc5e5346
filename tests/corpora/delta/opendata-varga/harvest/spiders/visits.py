import os
from datetime import date, timedelta
from urllib.parse import urlencode

import scrapy

from ..items import VisitItem

API = "https://api.sealmetrics.com/v1"
PORTALS = ("data.varga.example", "budget.varga.example", "transit.varga.example")


class VisitsSpider(scrapy.Spider):
    """Reads the visits of every city portal, one request a day and portal."""

    name = "visits"
    custom_settings = {"DOWNLOAD_DELAY": 0.5, "AUTOTHROTTLE_ENABLED": True}

    def __init__(self, days="7", **kwargs):
        super().__init__(**kwargs)
        self.days = int(days)
        self.token = os.environ["SEALMETRICS_API_TOKEN"]

    def start_requests(self):
        for back in range(1, self.days + 1):
            day = (date.today() - timedelta(days=back)).isoformat()
            for portal in PORTALS:
                yield scrapy.Request(
                    f"{API}/stats/overview?" + urlencode({"site_id": portal, "date": day}),
                    headers={
                        "Accept": "application/json",
                        "Authorization": f"Token {self.token}", ⟪wrong-scheme⟫
                    },
                    cb_kwargs={"portal": portal, "day": day},
                    callback=self.parse_overview,
                )

    def parse_overview(self, response, portal, day):
        body = response.json()
        yield VisitItem(portal=portal, day=day, sessions=body["sessions"], views=body["page_views"])

    def closed(self, reason):
        self.logger.info("visits spider closed: %s", reason)
