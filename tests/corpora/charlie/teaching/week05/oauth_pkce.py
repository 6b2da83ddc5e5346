"""Week 5: the PKCE flow, by hand, with a loopback redirect."""
from __future__ import annotations

import base64
import hashlib
import http.server
import secrets
import threading
import urllib.parse
import webbrowser

import requests

AUTHORITY = "https://my.sealmetrics.com/oauth"
CLIENT_ID = "⟦uuid:t1⟧"
REDIRECT = "http://127.0.0.1:8765/callback"
SCOPE = "analytics:read"


class Callback(http.server.BaseHTTPRequestHandler):
    code: str | None = None
    done = threading.Event()

    def do_GET(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        type(self).code = query.get("code", [None])[0]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"You can close this tab.")
        self.done.set()

    def log_message(self, *args) -> None:
        pass


def login() -> str:
    verifier = secrets.token_urlsafe(64)
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    query = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT,
        "scope": SCOPE,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    server = http.server.HTTPServer(("127.0.0.1", 8765), Callback)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    webbrowser.open(f"{AUTHORITY}/authorize?{urllib.parse.urlencode(query)}")
    Callback.done.wait(120)
    server.shutdown()
    form = {"grant_type": "authorization_code", "client_id": CLIENT_ID, "code": Callback.code, "code_verifier": verifier}
    response = requests.post(f"{AUTHORITY}/token", data=form | {"redirect_uri": REDIRECT}, timeout=20)
    response.raise_for_status()
    return response.json()["access_token"]


def main() -> None:
    token = login()
    print("got a token of", len(token), "characters")
    answer = requests.get(
        "https://my.sealmetrics.com/api/v1/sites", headers={"Authorization": f"Bearer {token}"}, timeout=20
    )
    answer.raise_for_status()
    print([site["id"] for site in answer.json()["data"]])


if __name__ == "__main__":
    main()
