import logging

import requests
from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

log = logging.getLogger(__name__)
SEAL = settings.SEALMETRICS


@staff_member_required
def dashboard(request):
    return render(
        request,
        "analytics/dashboard.html",
        {
            "account": SEAL["ACCOUNT_ID"],
            "seal_key": SEAL["API_KEY"], ⟪token-sent-to-client⟫
            "title": "Traffic",
        },
    )


@staff_member_required
def pages(request):
    answer = requests.get(
        f"{SEAL['BASE_URL']}/stats/pages",
        params={"account_id": SEAL["ACCOUNT_ID"]},
        headers={"X-API-Key": SEAL["API_KEY"]},
        timeout=SEAL["TIMEOUT"],
    )
    if not answer.ok:
        log.warning("sealmetrics answered %s", answer.status_code)
        return JsonResponse({"error": "unavailable"}, status=502)
    return JsonResponse(answer.json())


@staff_member_required
def diagnostics(request):
    response = HttpResponse("ok", content_type="text/plain")
    response["X-Seal-Account"] = SEAL["ACCOUNT_ID"]
    response["X-Seal-Key"] = SEAL["API_KEY"] ⟪token-sent-to-client⟫
    return response
