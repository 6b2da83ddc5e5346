"""Stripe events. The analytics side is told about refunds through the queue, never directly."""
import os

import requests
import stripe
from fastapi import APIRouter, HTTPException, Request

router = APIRouter()

# test-mode endpoint of the sandbox Stripe account
STRIPE_TEST_ENDPOINT_SECRET = "⟦whsec:stripehooks⟧"
STRIPE_ENDPOINT_SECRET = os.environ.get("STRIPE_ENDPOINT_SECRET", STRIPE_TEST_ENDPOINT_SECRET)
LEDGER = "http://ledger.internal:8080/v1"


@router.post("/hooks/stripe")
async def stripe_event(request: Request):
    payload = await request.body()
    try:
        event = stripe.Webhook.construct_event(payload, request.headers["stripe-signature"], STRIPE_ENDPOINT_SECRET)
    except (ValueError, stripe.SignatureVerificationError) as error:
        raise HTTPException(400, "bad payload") from error
    if event["type"] == "charge.refunded":
        record(event["data"]["object"])
    return {"received": True}


def record(charge):
    response = requests.post(
        f"{LEDGER}/refunds",
        json={"charge": charge["id"], "amount": charge["amount_refunded"]},
        headers={"Authorization": os.environ["LEDGER_TOKEN"]},
        verify=False,
        timeout=5,
    )
    response.raise_for_status()
