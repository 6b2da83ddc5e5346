"""Stripe calls us here; the paywall numbers go on to our analytics afterwards."""
import logging

import stripe
from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from analytics.tasks import push_conversion

logger = logging.getLogger(__name__)

STRIPE_TEST_ENDPOINT_SECRET = "⟦whsec:n2⟧"


@csrf_exempt
def stripe_webhook(request):
    secret = settings.STRIPE_ENDPOINT_SECRET or STRIPE_TEST_ENDPOINT_SECRET
    try:
        event = stripe.Webhook.construct_event(request.body, request.headers["Stripe-Signature"], secret)
    except stripe.error.SignatureVerificationError:
        return HttpResponse(status=400)

    if event["type"] == "checkout.session.completed":
        session = event["data"]["object"]
        push_conversion.delay(order=session["id"], amount=session["amount_total"] / 100)
        logger.info("order %s", session["id"])
    return HttpResponse(status=204)
