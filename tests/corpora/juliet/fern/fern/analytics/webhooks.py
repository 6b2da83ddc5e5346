import hashlib
import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


@csrf_exempt
@require_POST
def sealmetrics(request: HttpRequest) -> HttpResponse:
    key = settings.SEALMETRICS["WEBHOOK_SECRET"].encode()
    expected = hmac.new(key, request.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Sealmetrics-Signature", "")):
        return HttpResponse(status=401)
    return HttpResponse(status=204)
