import logging

import requests
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_page

logger = logging.getLogger(__name__)


def _session() -> requests.Session:
    session = requests.Session()
    session.headers.update({"Authorization": "Bearer %s" % settings.SEALMETRICS["TOKEN"]})
    session.verify = "/etc/ssl/certs/corp-bundle.pem"
    return session


@login_required
def dashboard(request):
    context = {
        "site_id": settings.SEALMETRICS["SITE_ID"],
        "tracker": "https://t.sealmetrics.com/t.js",
        "token_prefix": settings.SEALMETRICS["TOKEN"][:4] + "…",
    }
    return render(request, "analytics/dashboard.html", context)


@login_required
@cache_page(300)
def sources(request):
    with _session() as session:
        response = session.get(f"{settings.SEALMETRICS['BASE_URL']}/sources", timeout=10)
    logger.info("sources answered %s", response.status_code)
    if not response.ok:
        return JsonResponse({"error": "upstream"}, status=502)
    return JsonResponse(response.json())
