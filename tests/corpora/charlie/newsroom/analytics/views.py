import hashlib
import hmac
import json
import logging

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import ReadingPeak

logger = logging.getLogger(__name__)

SIGNATURE_HEADER = "X-Sealmetrics-Signature"
_shared = b"⟦opaque64:n1⟧" ⟪hardcoded-webhook-secret⟫


def _valid(body: bytes, signature: str) -> bool:
    expected = hmac.new(_shared, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature.removeprefix("sha256="))


@csrf_exempt
@require_POST
def sealmetrics_webhook(request: HttpRequest) -> HttpResponse:
    signature = request.headers.get(SIGNATURE_HEADER, "")
    if not _valid(request.body, signature):
        logger.warning("bad signature from %s", request.META.get("REMOTE_ADDR"))
        return HttpResponse(status=401)
    try:
        event = json.loads(request.body)
    except ValueError:
        return HttpResponseBadRequest("not json")

    if event["type"] == "traffic.peak":
        ReadingPeak.objects.create(
            site=event["data"]["site_id"],
            visitors=event["data"]["visitors"],
            at=event["created_at"],
        )
    logger.info("event %s handled", event["type"])
    return JsonResponse({"ok": True})
