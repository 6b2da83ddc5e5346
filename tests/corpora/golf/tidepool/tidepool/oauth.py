"""Sign-in with Sealmetrics (authorization code with PKCE, public client)."""
import base64
import hashlib
import logging
import secrets
from urllib.parse import urlencode

import aiohttp

logger = logging.getLogger(__name__)

AUTHORIZE_URL = "https://my.sealmetrics.com/oauth/authorize"
TOKEN_URL = "https://my.sealmetrics.com/oauth/token"
CLIENT_ID = "⟦uuid:tidepool⟧"
REDIRECT_URI = "http://localhost:8710/callback"
SCOPES = "analytics:read offline_access"


def make_pkce():
    verifier = secrets.token_urlsafe(64)
    digest = hashlib.sha256(verifier.encode()).digest()
    return verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def authorize_url(state, challenge):
    query = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "scope": SCOPES,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{AUTHORIZE_URL}?{urlencode(query)}"


async def exchange(session: aiohttp.ClientSession, code, verifier):
    form = {
        "grant_type": "authorization_code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "code": code,
        "code_verifier": verifier,
    }
    async with session.post(TOKEN_URL, data=form) as response:
        response.raise_for_status()
        grant = await response.json()
    logger.info("signed in, the grant lasts %s s", grant["expires_in"])
    return grant


async def me(session: aiohttp.ClientSession, grant):
    headers = {"Authorization": f"{grant['token_type']} {grant['access_token']}"}
    async with session.get("https://my.sealmetrics.com/api/v1/accounts", headers=headers) as response:
        response.raise_for_status()
        return await response.json()
