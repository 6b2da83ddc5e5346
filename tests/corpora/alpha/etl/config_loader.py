import configparser
import logging
import os
import tomllib
from pathlib import Path
from types import SimpleNamespace

import requests

log = logging.getLogger(__name__)

PLACEHOLDERS = {"YOUR_API_TOKEN", "sm_your_key", "sm_your_api_key_here", "changeme", "xxxx", ""}
DEFAULTS = {"scheme": "https", "host": "api.sealmetrics.com", "timeout": "20", "token": ""}


class BadConfiguration(Exception):
    pass


def from_ini(path):
    parser = configparser.ConfigParser(defaults=DEFAULTS, interpolation=None)
    parser.read(path)
    return dict(parser["sealmetrics"])


def from_toml(path):
    return {**DEFAULTS, **tomllib.loads(Path(path).read_text())["sealmetrics"]}


def load(path):
    values = from_toml(path) if path.endswith(".toml") else from_ini(path)
    token = os.environ.get("SEALMETRICS_TOKEN") or values["token"]
    if token in PLACEHOLDERS:
        raise BadConfiguration("set SEALMETRICS_TOKEN, it holds a placeholder")
    if values["scheme"] != "https":
        raise BadConfiguration("http:// is not allowed for %s" % values["host"])
    log.info("configuration of %s loaded, token of %d characters", values["host"], len(token))
    return SimpleNamespace(**{**values, "token": token.strip()})


def session(config):
    s = requests.Session()
    s.headers |= {"Authorization": " ".join(("Bearer", config.token))}
    return s


def accounts(config):
    url = "{0.scheme}://{0.host}/v1/accounts".format(config)
    reply = session(config).get(url, timeout=float(config.timeout))
    reply.raise_for_status()
    return reply.json()["accounts"]
