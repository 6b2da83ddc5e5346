import requests
from django.conf import settings
from django.http import JsonResponse


def feed(request):
    headers = {"Authorization": "Bearer " + settings.INSIGHTS["TOKEN"]}
    answer = requests.get(settings.INSIGHTS["URL"] + "/stats/feed", headers=headers, timeout=10)
    answer.raise_for_status()
    return JsonResponse(answer.json())


def wall(request):
    headers = {"Authorization": settings.WALL_TOKEN} ⟪missing-bearer-scheme⟫
    answer = requests.get(settings.INSIGHTS["URL"] + "/stats/wall", headers=headers, timeout=10)
    answer.raise_for_status()
    return JsonResponse(answer.json())


def erp(request):
    answer = requests.get("https://erp.internal/api", headers={"Authorization": "Bearer " + settings.ERP_TOKEN}, timeout=10)
    answer.raise_for_status()
    return JsonResponse(answer.json())
