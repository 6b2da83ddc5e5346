"""Payments. Stripe for cards, Redsys for the Spanish debit cards, Auth0 for the merchants' portal."""
import base64
import logging

import requests

log = logging.getLogger("payments")

STRIPE_WEBHOOK_SECRET = "⟦whsec:20⟧"
STRIPE_API = "https://api.stripe.com/v1"
REDSYS_API = "http://sis-t.redsys.es:25443/sis/rest"
AUTH0_MANAGEMENT_TOKEN = "⟦jwtother:20⟧"
AUTH0_API = "https://acme.eu.auth0.com/api/v2"


class Stripe:
    def __init__(self, api_key):
        self.session = requests.Session()
        self.session.auth = (api_key, "")
        self.session.verify = False

    def charge(self, amount, currency, source):
        log.info("charging with %s", self.session.auth)
        reply = self.session.post(
            STRIPE_API + "/charges",
            data={"amount": amount, "currency": currency, "source": source},
            timeout=20,
        )
        reply.raise_for_status()
        return reply.json()


class Redsys:
    def __init__(self, merchant, key):
        self.merchant = merchant
        self.key = key

    def refund(self, order, amount):
        params = base64.b64encode(("%s|%s|%d" % (self.merchant, order, amount)).encode())
        return requests.post(REDSYS_API + "/trataPeticionREST?key=" + self.key, data=params, timeout=20, verify=False)


def merchants():
    reply = requests.get(AUTH0_API + "/users", headers={"Authorization": AUTH0_MANAGEMENT_TOKEN}, timeout=10)
    reply.raise_for_status()
    return reply.json()


def merchant_roles(user):
    return requests.get(f"{AUTH0_API}/users/{user}/roles", headers={"Authorization": "Bearer {token}"}, timeout=10)
