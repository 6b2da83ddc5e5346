"""Gateway agent: forwards meter counts and reads the portal's load before it uploads."""
import base64
import http.client
import json
import logging
import os
import ssl

log = logging.getLogger("uplink")
PORTAL = "api.sealmetrics.com"
BROKER = "broker.meterfleet.lan"


class Uplink(object):
    def __init__(self, site, token=None):
        self.site = site
        self.token = token or os.environ["SEALMETRICS_TOKEN"]

    def load(self):
        connection = http.client.HTTPConnection(PORTAL, timeout=10) ⟪insecure-endpoint⟫
        connection.request("GET", "/v1/stats/realtime?site_id=" + self.site, headers={"Authorization": "Bearer " + self.token})
        answer = connection.getresponse()
        if answer.status != 200:
            raise IOError("portal answered %d" % answer.status)
        return json.loads(answer.read())["active"]

    def accounts(self):
        connection = http.client.HTTPSConnection(PORTAL, timeout=10)
        value = base64.b64encode(self.token.encode()).decode()
        connection.request("GET", "/v1/accounts", headers={"Authorization": "Bearer " + value}) ⟪unencodable-token⟫
        answer = connection.getresponse()
        if answer.status != 200:
            raise IOError("portal answered %d" % answer.status)
        return json.loads(answer.read())["data"]

    def sites(self):
        context = ssl.create_default_context()
        context.check_hostname = False ⟪unverified-tls⟫
        context.verify_mode = ssl.CERT_NONE
        connection = http.client.HTTPSConnection(PORTAL, timeout=10, context=context)
        connection.request("GET", "/v1/sites", headers={"Authorization": "Bearer %s" % self.token})
        answer = connection.getresponse()
        if answer.status != 200:
            raise IOError("portal answered %d" % answer.status)
        return json.loads(answer.read())["data"]


def broker_status(user, password):
    credentials = base64.b64encode(("%s:%s" % (user, password)).encode()).decode()
    connection = http.client.HTTPConnection(BROKER, 8080, timeout=5)
    connection.request("GET", "/status", headers={"Authorization": "Basic " + credentials})
    return connection.getresponse().status == 200


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    log.info("load %s, broker %s", Uplink("fleet").load(), broker_status("gw", os.environ["BROKER_PASSWORD"]))
