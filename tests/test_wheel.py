"""The wheel: what is in it, and that it works where nothing of the checkout is at hand."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from realistic import realistic

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[1]
VERSION = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(place), str(TOP)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the directory of the scripts of a fresh environment with the wheel and what it needs, and nothing else."""
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, with_pip=True)
    scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True, timeout=300)
    return scripts


def run(scripts: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(scripts / "sealguard"), *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    here = {
        path.relative_to(TOP).as_posix() for path in (TOP / "sealguard").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"sealguard/py.typed"} < here
    assert here <= names(wheel)


def test_every_rule_page_and_the_profile_are_in_the_wheel(wheel: Path) -> None:
    pages = {f"sealguard/{path.relative_to(TOP).as_posix()}" for path in (TOP / "rules").rglob("*") if path.is_file()}
    assert "sealguard/rules/credentials/hardcoded-token.md" in pages
    assert pages <= names(wheel)


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    strange = {name for name in names(wheel) if not name.startswith(("sealguard/", f"sealguard-{VERSION}.dist-info/"))}
    assert strange == {f"sealguard-{VERSION}.data/data/share/man/man1/sealguard.1"}
    assert not any("__pycache__" in name or name.startswith("sealguard/tests") for name in names(wheel))


def test_the_installed_command_knows_its_version_and_its_rules(installed: Path, tmp_path: Path) -> None:
    assert VERSION in run(installed, "--version", cwd=tmp_path).stdout
    rules = run(installed, "rules", cwd=tmp_path)
    assert rules.returncode == 0, rules.stderr
    pages = {path.stem for path in (TOP / "rules").rglob("*.md")}
    assert {page for page in pages if page in rules.stdout} == pages
    assert run(installed, "explain", "insecure-endpoint", cwd=tmp_path).stdout.startswith("# insecure-endpoint")
    assert (installed.parent / "share" / "man" / "man1" / "sealguard.1").is_file()


def test_the_installed_command_writes_jobs_and_the_library_can_be_imported(installed: Path, tmp_path: Path) -> None:
    source = "git+https://git.example.com/tools/sealguard@v0.1.0"
    done = run(installed, "init", "--ci", "gitlab", "--source", source, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert source in (tmp_path / ".gitlab" / "sealguard.yml").read_text()
    code = "import sealguard; print(sealguard.scan('.').files)"
    counted = subprocess.run([str(installed / "python"), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert int(counted) == 3


def test_the_installed_command_finds_faults_and_exits_accordingly(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(f'import requests\n\nTOKEN = "{realistic("sm")}"\n')
    (tmp_path / "config.yaml").write_text("sealmetrics:\n  url: http://api.sealmetrics.com/v1\n")
    done = run(installed, "scan", "--sarif-output", "out.sarif", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "client.py\n  3:" in done.stdout
    assert "config.yaml\n  2:" in done.stdout
    assert (tmp_path / "out.sarif").stat().st_size > 0


def test_the_installed_command_needs_no_test_dependency(installed: Path) -> None:
    listed = subprocess.run([str(installed / "python"), "-m", "pip", "list"], capture_output=True, text=True, check=True).stdout.lower()
    assert "pytest" not in listed
    assert "hyperscan" in listed
