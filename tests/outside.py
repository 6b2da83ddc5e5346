"""Tools from elsewhere that tests drive for real; in CI a missing one is a failure, on a developer's machine the test is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence


def missing(what: str) -> NoReturn:
    """Say that a tool is not there, as loudly as the place asks for."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def program(names: Sequence[str]) -> str:
    """Give the path of the first program of these names that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    missing(f"none of {', '.join(names)} is installed")


def npm_package(config: pytest.Config, package: str, version: str) -> Path:
    """Install a package from npm into pytest's cache, running no script of it, and give its directory."""
    npm = program(["npm"])
    place = config.cache.mkdir(f"{package.rpartition('/')[2]}-{version}") if config.cache else Path()
    directory = place / "node_modules" / package
    if not (directory / "package.json").exists():
        command = [
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(place),
            f"{package}@{version}",
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return directory
