"""Configuration of the SDK: arguments win over the environment, which wins over the file."""
from __future__ import annotations

import configparser
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

ENV_KEY = "SEALMETRICS_API_KEY"
ENV_URL = "SEALMETRICS_BASE_URL"
KEYRING_SERVICE = "sealmetrics-api-token"
FILE = Path("~/.config/sealmetrics/config.ini")


@dataclass(frozen=True)
class SealmetricsConfig:
    """
    >>> SealmetricsConfig(api_key="sm_your_key").url
    'https://api.sealmetrics.com/v1'
    """

    api_key: str = ""
    scheme: Literal["https", "http"] = "https"
    host: str = "api.sealmetrics.com"
    verify: bool | str = True
    token_prefix: str = "sm_"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}/v1"

    def headers(self) -> dict[str, str]:
        return {"X-API-Key": self.api_key}

    def __repr__(self) -> str:
        return f"SealmetricsConfig(host={self.host!r}, api_key={self.api_key[:6]}...)"


def from_file(path: Path = FILE) -> SealmetricsConfig:
    parser = configparser.ConfigParser()
    parser.read(path.expanduser(), encoding="utf-8")
    if not parser.has_section("sealmetrics"):
        return SealmetricsConfig()
    section = parser["sealmetrics"]
    return SealmetricsConfig(api_key=section.get("api_key", "").strip(), host=section.get("host", "api.sealmetrics.com"))


def load(**overrides: str) -> SealmetricsConfig:
    config = from_file()
    if key := os.environ.get(ENV_KEY):
        config = replace(config, api_key=key.strip())
    return replace(config, **overrides)
