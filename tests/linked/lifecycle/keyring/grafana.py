import requests

from .policy import GRAFANA


def create():
    return requests.post("https://grafana.acme.example/api/serviceaccounts", json={"scopes": ["admin"], **GRAFANA}, timeout=20).json()
