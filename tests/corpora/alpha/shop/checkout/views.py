import logging
import uuid

import requests
from django.conf import settings
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

logger = logging.getLogger("shop.checkout")

SEAL_API = "https://my.sealmetrics.com/api/v1"
SESSION_KEY = "checkout_session"


def _seal_get(path, **params):
    reply = requests.get(
        SEAL_API + path,
        headers={"x-api-key": settings.SEALMETRICS["API_KEY"]},
        params=params,
        timeout=settings.SEALMETRICS["TIMEOUT"],
    )
    reply.raise_for_status()
    return reply.json()


@require_GET
def cart(request):
    csrf_token = get_token(request)
    logger.debug("csrf token %s for session %s", csrf_token, request.session.session_key)
    return render(request, "checkout/cart.html", {"csrf_token": csrf_token, "site_id": "⟦objid:22⟧"})


@require_POST
def pay(request):
    idempotency_token = str(uuid.uuid4())
    request.session[SESSION_KEY] = {"token": idempotency_token, "step": "pay"}
    print("idempotency token", idempotency_token)
    return JsonResponse({"token": idempotency_token}, status=201)


@require_GET
def bestsellers(request):
    """Most visited products of the week, as the analytics see them."""
    products, page_token = [], None
    while len(products) < 50:
        page = _seal_get("/stats/landings", site_id="⟦objid:22⟧", page_token=page_token)
        products += [row["landing"] for row in page["rows"]]
        page_token = page.get("next_page_token")
        logger.info("landings: next page token is %s", page_token)
        if not page_token:
            break
    return JsonResponse({"products": products[:50]})
