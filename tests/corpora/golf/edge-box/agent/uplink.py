"""Runs on the shop's edge box; the image has nothing but the standard library."""
import http.client
import json
import logging

LOG = logging.getLogger("uplink")

API_HOST = "api.sealmetrics.com"
TOKEN_FILE = "/etc/edge-box/sealmetrics.token"


class UplinkError(Exception):
    def __init__(self, status, reason):
        super().__init__(f"{status} {reason}")
        self.status = status


def read_token(path=TOKEN_FILE):
    with open(path, encoding="ascii") as handle:
        return handle.read()


class Uplink:
    def __init__(self, account_id, timeout=8):
        self.account_id = account_id
        self.timeout = timeout

    def _headers(self):
        return {
            "Authorization": "Bearer " + read_token(), ⟪untrimmed-token⟫
            "Accept": "application/json",
        }

    def stats(self, date_from, date_to):
        conn = http.client.HTTPConnection(API_HOST, timeout=self.timeout) ⟪insecure-endpoint⟫
        try:
            conn.request(
                "GET",
                f"/v1/accounts/{self.account_id}/stats?from={date_from}&to={date_to}",
                headers=self._headers(),
            )
            response = conn.getresponse()
            body = response.read()
            if response.status != 200:
                raise UplinkError(response.status, response.reason)
            LOG.info("received %d bytes of statistics", len(body))
            return json.loads(body)
        finally:
            conn.close()
