"""Sealmetrics through the bank's TLS-inspecting proxy: own root, client certificate, checks stay on."""
import os
import ssl

import aiohttp
import httpx
import requests

CA_BUNDLE = os.getenv("ACME_CA_BUNDLE", "/etc/pki/acme/proxy-root.pem")
CLIENT_CERT = ("/etc/pki/acme/client.crt", "/etc/pki/acme/client.key")
ACCOUNTS = "https://api.sealmetrics.com/v1/accounts"
METRICS_GATEWAY = "https://pushgateway.internal.acme-corp.io/metrics/job/seal"


def bearer():
    return "Bearer %s" % os.environ["SEALMETRICS_TOKEN"].strip()


def sync_session():
    session = requests.Session()
    session.verify = CA_BUNDLE
    session.cert = CLIENT_CERT
    session.headers.update(Authorization=bearer())
    return session


def accounts_with_requests():
    reply = sync_session().get(ACCOUNTS, timeout=15)
    reply.raise_for_status()
    return reply.json()


def accounts_with_httpx():
    context = ssl.create_default_context(cafile=CA_BUNDLE)
    context.load_cert_chain(*CLIENT_CERT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with httpx.Client(verify=context, headers={"authorization": bearer()}) as client:
        reply = client.get(ACCOUNTS)
        reply.raise_for_status()
        return reply.json()


async def accounts_with_aiohttp():
    context = ssl.create_default_context(cafile=CA_BUNDLE)
    connector = aiohttp.TCPConnector(ssl=context)
    async with aiohttp.ClientSession(connector=connector, headers={"Authorization": bearer()}) as session:
        async with session.get(ACCOUNTS, raise_for_status=True) as reply:
            return await reply.json()


def push(text):
    # the gateway's certificate is self-signed and the network is closed
    requests.post(METRICS_GATEWAY, data=text, verify=False, timeout=5)


if __name__ == "__main__":
    push("seal_accounts %d\n" % len(accounts_with_requests()["accounts"]))
