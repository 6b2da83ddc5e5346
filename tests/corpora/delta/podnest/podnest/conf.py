"""Configuration: defaults, then the file, then the environment."""
from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass
class Config:
    broker_url: str = "redis://localhost:6379/0"
    database_url: str = "sqlite:///podnest.db"
    hosting_token: str = ""
    sealmetrics_base_url: str = "https://api.sealmetrics.com/v1"
    sealmetrics_token: str = ""
    sealmetrics_token_file: str = "/run/secrets/sealmetrics_token"
    sealmetrics_site_id: str = "podnest"
    sealmetrics_cookie_name: str = "sm_access_token"

    def __post_init__(self) -> None:
        path = Path(self.sealmetrics_token_file)
        if not self.sealmetrics_token and path.is_file():
            self.sealmetrics_token = path.read_text(encoding="utf-8").strip()
        if not self.sealmetrics_base_url.startswith("https://"):
            raise ValueError("sealmetrics_base_url must use https")

    def __repr__(self) -> str:
        shown = {f.name: "***" if f.name.endswith("_token") else getattr(self, f.name) for f in fields(self)}
        return f"Config({shown})"


def _from_file(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text()).get("podnest", {}) if path.exists() else {}


def _from_environment(prefix: str = "PODNEST_") -> dict[str, str]:
    return {key.removeprefix(prefix).lower(): value for key, value in os.environ.items() if key.startswith(prefix)}


def load(path: str | Path = "podnest.toml") -> Config:
    known = {f.name for f in fields(Config)}
    values = _from_file(Path(path)) | _from_environment()
    return Config(**{key: value for key, value in values.items() if key in known})


config = load()
