"""Live numbers for the office screens (Tornado)."""
import json
import logging
import os

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.websocket import websocket_connect

log = logging.getLogger("feed")
SCREENS = "ws://screens.brightside.lan/live"
LIVE = "ws://my.sealmetrics.com/api/v1/live" ⟪insecure-endpoint⟫
API = "https://my.sealmetrics.com/api/v1"


class Feed:
    def __init__(self, site):
        self.site = site
        self.key = os.environ["SEALMETRICS_API_KEY"]
        self.http = AsyncHTTPClient()

    async def overview(self):
        request = HTTPRequest(
            f"{API}/stats/overview?site_id={self.site}",
            headers={"Api-Key": self.key}, ⟪misspelled-header⟫
            request_timeout=10,
        )
        try:
            answer = await self.http.fetch(request)
        except HTTPClientError as error:
            log.warning("overview: %s", error.code)
            return None
        return json.loads(answer.body)

    async def pages(self):
        request = HTTPRequest(f"{API}/stats/pages?site_id={self.site}", headers={"X-API-Key": self.key}, validate_cert=False) ⟪unverified-tls⟫
        answer = await self.http.fetch(request)
        return json.loads(answer.body)["data"]

    async def live(self):
        screen = await websocket_connect(SCREENS)
        source = await websocket_connect(HTTPRequest(LIVE, headers={"X-API-Key": self.key}))
        while (message := await source.read_message()) is not None:
            await screen.write_message(message)


if __name__ == "__main__":
    feed = Feed("norden-bikes")
    PeriodicCallback(feed.overview, 60_000).start()
    IOLoop.current().run_sync(feed.live)
