"""TLS helpers of the gateways. The fleet has its own CA; public services are checked as usual."""
import logging
import ssl
import urllib.request
from functools import lru_cache

import certifi
import urllib3

log = logging.getLogger(__name__)
FLEET_CA = "/etc/meterfleet/ca.pem"
SEAL_ROOT = "https://api.sealmetrics.com/v1"


@lru_cache(maxsize=None)
def public_pool():
    return urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(), timeout=urllib3.Timeout(10))


@lru_cache(maxsize=None)
def fleet_pool():
    # gateways are reached by address, so the name cannot match
    return urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs=FLEET_CA, assert_hostname=False)


def bootstrap_context():
    """Used once, in the factory, before a gateway has its CA."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def factory_enroll(address, serial):
    with urllib.request.urlopen("https://%s:8443/enroll/%s" % (address, serial), context=bootstrap_context(), timeout=5) as answer:
        return answer.read().decode()


def portal_get(path, token):
    answer = public_pool().request("GET", SEAL_ROOT + path, headers={"Authorization": " ".join(("Bearer", token))})
    log.info("GET %s -> %d", path, answer.status)
    if answer.status >= 400:
        raise RuntimeError("portal: HTTP %d" % answer.status)
    return answer.json()


def gateway_get(address, path):
    answer = fleet_pool().request("GET", "https://%s:8443%s" % (address, path), headers={"X-Auth-Token": "gateway"})
    if answer.status >= 400:
        raise RuntimeError("gateway %s: HTTP %d" % (address, answer.status))
    return answer.json()


def describe(context):
    return {"verify": context.verify_mode.name, "hostname": context.check_hostname}
