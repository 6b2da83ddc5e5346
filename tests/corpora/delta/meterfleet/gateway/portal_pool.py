"""urllib3 access to the portal statistics, used by the batch uploader."""
import os
import json

import urllib3
from urllib3.util import make_headers

PATHS = {"overview": "/v1/stats/overview", "pages": "/v1/stats/pages"}


class PortalPool:
    host = "api.sealmetrics.com"
    sites = ("fleet", "tenants")

    def __init__(self, key=None):
        self.key = key or os.environ["SEALMETRICS_API_KEY"]
        self.pool = urllib3.HTTPSConnectionPool(
            self.host,
            maxsize=2,
            cert_reqs="CERT_NONE", ⟪unverified-tls⟫
            timeout=10,
        )

    def _headers(self):
        headers = make_headers(accept_encoding=True, user_agent="meterfleet/2.1")
        headers["X-API-Key"] = self.key + "\n" ⟪malformed-whitespace⟫
        return headers

    def read(self, what, site):
        answer = self.pool.request("GET", PATHS[what], fields={"site_id": site}, headers=self._headers())
        if answer.status != 200:
            raise RuntimeError("portal answered %d" % answer.status)
        return json.loads(answer.data)

    def everything(self):
        for what in sorted(PATHS):
            for site in self.sites:
                yield what, site, self.read(what, site)


def main():
    for what, site, body in PortalPool().everything():
        print(what, site, len(body["data"]))


if __name__ == "__main__":
    main()
