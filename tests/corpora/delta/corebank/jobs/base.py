"""Base classes of the nightly batch."""
from __future__ import annotations

import abc
import contextlib
import functools
import logging
import time
from pathlib import Path
from typing import Any, ClassVar, Iterator

import hvac
import requests

log = logging.getLogger("batch")
CA_BUNDLE = "/etc/pki/bank/ca-bundle.pem"


class RedactingFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = str(record.msg).replace("Bearer ", "Bearer ***")
        return True


log.addFilter(RedactingFilter())


def audited(fn):
    @functools.wraps(fn)
    def wrapper(self, *args: Any, **kwargs: Any):
        started = time.monotonic()
        try:
            return fn(self, *args, **kwargs)
        finally:
            log.info("%s.%s took %.1fs", type(self).__name__, fn.__name__, time.monotonic() - started)

    return wrapper


class Job(abc.ABC):
    name: ClassVar[str]
    secret_path: ClassVar[str] = "secret/data/batch/sealmetrics"
    token_file: ClassVar[Path] = Path("/var/run/vault/sealmetrics-token")

    def __init__(self, vault: hvac.Client) -> None:
        self.vault = vault

    def token(self) -> str:
        if self.token_file.exists():
            return self.token_file.read_text().strip()
        return self.vault.read(self.secret_path)["data"]["data"]["token"]

    @contextlib.contextmanager
    def http(self) -> Iterator[requests.Session]:
        with requests.Session() as session:
            session.verify = CA_BUNDLE
            session.headers.update(self.headers())
            yield session

    def headers(self) -> dict[str, str]:
        return {"Authorization": "Bearer %s" % self.token(), "User-Agent": f"batch/{self.name}"}

    @abc.abstractmethod
    def run(self, day: str) -> int: ...


class SealmetricsJob(Job):
    base_url: ClassVar[str] = "https://my.sealmetrics.com/api/v1"
    endpoint: ClassVar[str]

    @audited
    def run(self, day: str) -> int:
        with self.http() as session:
            answer = session.get(f"{self.base_url}/{self.endpoint}", params={"date": day}, timeout=30)
            answer.raise_for_status()
            return self.store(answer.json()["data"])

    @abc.abstractmethod
    def store(self, rows: list[dict]) -> int: ...
