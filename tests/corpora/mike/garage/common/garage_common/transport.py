import logging

import requests

log = logging.getLogger("garage.transport")


def seal_headers(token):
    headers = {"Accept": "application/json"}
    headers["Authorization"] = " ".join(("Bearer", token))
    return headers


def endpoint(base, *parts):
    return "/".join([base.rstrip("/"), *(p.strip("/") for p in parts)])


def _raise(response, *args, **kwargs):
    log.info("%s %s", response.request.path_url, response.status_code)
    response.raise_for_status()
    return response


def build_session(verify=True, strict=True):
    """``strict`` sessions raise on each 4xx and 5xx."""
    session = requests.Session()
    session.verify = verify
    if strict:
        session.hooks["response"].append(_raise)
    return session
