"""Smoke checks that the on-call engineer runs after a deploy."""
import http.client
import json
import socket
import sys
import urllib.request

SEAL_HOST = "my.sealmetrics.com"
CHECKS = []


def check(name):
    def wrap(fn):
        CHECKS.append((name, fn))
        return fn

    return wrap


@check("sealmetrics health")
def seal_health():
    with urllib.request.urlopen(f"https://{SEAL_HOST}/api/v1/health", timeout=5) as answer:
        return answer.status == 200


@check("sealmetrics redirects to https")
def seal_redirect():
    connection = http.client.HTTPSConnection(SEAL_HOST, timeout=5)
    connection.request("GET", "/api/v1/livez")
    return connection.getresponse().status == 200


@check("sealmetrics accounts answers")
def seal_accounts():
    with urllib.request.urlopen(f"https://{SEAL_HOST}/api/v1/accounts", timeout=5) as answer: ⟪missing-authorization⟫
        return "data" in json.load(answer)


@check("osrm")
def osrm():
    with urllib.request.urlopen("http://osrm.internal.freightline.lan:5000/health", timeout=5) as answer:
        return answer.status == 200


@check("redis port")
def redis_port():
    with socket.create_connection(("localhost", 6379), timeout=2):
        return True


if __name__ == "__main__":
    failed = [name for name, fn in CHECKS if not fn()]
    print("failed: " + ", ".join(failed) if failed else "all good")
    sys.exit(bool(failed))
