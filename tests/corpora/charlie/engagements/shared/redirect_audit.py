"""Part of the hand-over check list: what still answers without TLS?"""
from __future__ import annotations

import sys
from urllib.parse import urlsplit

import requests

CLIENT_HOSTS = ["www.alpenhof.example", "shop.bergsport.example", "quotes.insurer.example"]


def plain(host: str) -> str:
    return f"http://{host}/"


def redirected(url: str) -> bool:
    answer = requests.get(url, allow_redirects=False, timeout=10)
    return answer.is_redirect and urlsplit(answer.headers["Location"]).scheme == "https"


def audit(hosts: list[str]) -> list[str]:
    return [host for host in hosts if not redirected(plain(host))]


def tracker_is_secure(page: str) -> bool:
    """The snippet must be loaded from https://t.sealmetrics.com, an http:// source is a finding."""
    html = requests.get(page, timeout=10).text
    return "https://t.sealmetrics.com/t.js" in html


def main() -> int:
    open_hosts = audit(CLIENT_HOSTS)
    for host in open_hosts:
        print(f"{host}: no redirect to https")
    for host in CLIENT_HOSTS:
        if not tracker_is_secure(f"https://{host}/"):
            print(f"{host}: tracker missing or insecure")
    return min(len(open_hosts), 1)


if __name__ == "__main__":
    sys.exit(main())
