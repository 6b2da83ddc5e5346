"""Django views of the open data portal that talk to other services."""
import hashlib
import hmac
import json
import logging
import time

import requests
from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

logger = logging.getLogger(__name__)
TOLERANCE = 300


def _signature_ok(body: bytes, stamp: str, given: str) -> bool:
    if abs(time.time() - int(stamp)) > TOLERANCE:
        return False
    secret = settings.SEALMETRICS_WEBHOOK_SECRET.encode()
    wanted = hmac.new(secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, given)


@csrf_exempt
@require_POST
def sealmetrics_webhook(request):
    stamp = request.headers.get("X-Sealmetrics-Timestamp", "0")
    given = request.headers.get("X-Sealmetrics-Signature", "")
    if not _signature_ok(request.body, stamp, given):
        logger.warning("webhook with a bad signature from %s", request.META["REMOTE_ADDR"])
        return HttpResponseBadRequest("signature")
    event = json.loads(request.body)
    cache.delete(f"dataset-visits:{event['site_id']}")
    return HttpResponse(status=204)


@require_GET
def dataset_visits(request, slug):
    key = f"dataset-visits:{slug}"
    if (hit := cache.get(key)) is None:
        answer = requests.get(
            f"{settings.SEALMETRICS_BASE_URL}/stats/pages",
            params={"site_id": settings.SEALMETRICS_SITE_ID, "path": f"/dataset/{slug}"},
            headers={"Authorization": "Bearer {}".format(settings.SEALMETRICS_API_TOKEN.strip())},
            timeout=10,
        )
        logger.info("sealmetrics %s in %.2fs", answer.status_code, answer.elapsed.total_seconds())
        answer.raise_for_status()
        hit = answer.json()["data"]
        cache.set(key, hit, 3600)
    return JsonResponse({"dataset": slug, "visits": hit, "token_name": "portal-readonly"})
