from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.shortcuts import render

from fern.analytics import Seal
from fern.core import RefusedError


def dashboard(request: HttpRequest):
    return render(
        request,
        "analytics/dashboard.html",
        {"account_id": settings.SEALMETRICS["ACCOUNT_ID"], "today": Seal().today(), "csrf_hint": True},
    )


def today(request: HttpRequest) -> JsonResponse:
    try:
        return JsonResponse(Seal().today())
    except RefusedError:
        return JsonResponse({"error": "analytics is not configured"}, status=503)


def status(request: HttpRequest) -> JsonResponse:
    key = settings.SEALMETRICS["API_KEY"]
    return JsonResponse({"configured": bool(key), "key": key[:6] + "..." if key else None})
