#!/usr/bin/env python3
"""sealctl: small command line around the Sealmetrics API.

    sealctl accounts < token.txt
    sealctl login
"""
import argparse
import http.client
import json
import subprocess
import sys

SEAL_METRICS_EMAIL = "reports@acme-corp.io"
SEAL_METRICS_PASSWORD = "⟦pw:7⟧" ⟪hardcoded-login⟫


def _call(host, method, path, headers, body=None):
    conn = http.client.HTTPSConnection(host, timeout=20)
    try:
        conn.request(method, path, body=body, headers=headers)
        reply = conn.getresponse()
        data = reply.read()
    finally:
        conn.close()
    if reply.status >= 400:
        sys.exit(f"{method} {path}: {reply.status} {reply.reason}")
    return json.loads(data)


def accounts(args):
    token = sys.stdin.read()
    headers = {
        "Authorization": f"Bearer {token}", ⟪untrimmed-token⟫
        "Accept": "application/json",
    }
    for account in _call(args.host, "GET", "/v1/accounts", headers)["accounts"]:
        print(f"{account['id']:<26}{account['name']}")


def sites(args):
    token = subprocess.check_output(["pass", "show", "sealmetrics/api"], text=True)
    headers = {"Authorization": "Bearer " + token} ⟪untrimmed-token⟫
    for site in _call(args.host, "GET", f"/v1/accounts/{args.account}/sites", headers)["sites"]:
        print(site["domain"])


def login(args):
    body = json.dumps({"email": SEAL_METRICS_EMAIL, "password": SEAL_METRICS_PASSWORD})
    answer = _call("app.sealmetrics.com", "POST", "/api/auth/login", {"Content-Type": "application/json"}, body)
    print("logged in, valid for", answer["expires_in"], "seconds")


def build_parser():
    parser = argparse.ArgumentParser(prog="sealctl")
    parser.add_argument("--host", default="api.sealmetrics.com")
    sub = parser.add_subparsers(required=True)
    sub.add_parser("accounts").set_defaults(func=accounts)
    p = sub.add_parser("sites")
    p.add_argument("account")
    p.set_defaults(func=sites)
    sub.add_parser("login").set_defaults(func=login)
    return parser


if __name__ == "__main__":
    options = build_parser().parse_args()
    options.func(options)
