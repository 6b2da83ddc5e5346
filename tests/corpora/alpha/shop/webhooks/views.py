import hashlib
import hmac
import json
import logging
import time

from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

logger = logging.getLogger("shop.webhooks")

SHARED_KEY = b"⟦opaque:6⟧" ⟪hardcoded-webhook-secret⟫
TOLERANCE = 5 * 60
EVENTS = {"conversion.created", "report.ready", "goal.reached"}


def verify_sealmetrics(body, timestamp, signature):
    """Sealmetrics signs "<timestamp>.<body>" with the endpoint's secret."""
    if abs(time.time() - int(timestamp)) > TOLERANCE:
        return False
    message = timestamp.encode() + b"." + body
    digest = hmac.new(SHARED_KEY, message, hashlib.sha256).hexdigest()
    return hmac.compare_digest(digest, signature)


@csrf_exempt
@require_POST
def sealmetrics(request):
    signature = request.headers.get("X-Sealmetrics-Signature", "")
    timestamp = request.headers.get("X-Sealmetrics-Timestamp", "0")
    if not verify_sealmetrics(request.body, timestamp, signature):
        logger.warning("refused a Sealmetrics webhook from %s", request.META.get("REMOTE_ADDR"))
        return HttpResponseBadRequest("bad signature")

    event = json.loads(request.body)
    if event["type"] not in EVENTS:
        return HttpResponse(status=204)
    logger.info("webhook %s %s", event["type"], event["id"])
    handle(event)
    return HttpResponse(status=202)


def handle(event):
    from checkout.models import Conversion

    if event["type"] == "conversion.created":
        Conversion.objects.update_or_create(
            external_id=event["data"]["id"],
            defaults={"amount": event["data"]["amount"], "currency": event["data"]["currency"]},
        )
