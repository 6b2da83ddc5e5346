import hashlib
import hmac
import json

from django.conf import settings
from django.http import HttpResponse, HttpResponseForbidden
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .tasks import record_conversion


def _signature(body: bytes) -> str:
    secret = settings.SEALMETRICS["WEBHOOK_SECRET"].encode()
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


@csrf_exempt
@require_POST
def sealmetrics(request):
    given = request.headers.get("X-Sealmetrics-Signature", "")
    if not hmac.compare_digest(given, _signature(request.body)):
        return HttpResponseForbidden()
    event = json.loads(request.body)
    record_conversion.delay(event["account_id"], event["amount"])
    return HttpResponse(status=202)
