import requests
from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render

STATS = settings.STATS


def page(request):
    return render(request, "page.html", {"account": STATS["ACCOUNT"], "title": "Traffic"})


def debug(request):
    return render(request, "debug.html", {"key": STATS["KEY"]}) ⟪token-sent-to-client⟫


def prefix(request):
    return render(request, "debug.html", {"key": STATS["KEY"][:6], "crm": settings.CRM["KEY"]})


def stats(request):
    answer = requests.get(f"{STATS['URL']}/stats", headers={"X-API-Key": STATS["KEY"]}, timeout=10)
    answer.raise_for_status()
    return JsonResponse(answer.json())
