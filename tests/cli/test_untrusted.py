"""`--untrusted`: a tree's own configuration, baseline and comments have no say in what is reported of it, and are told."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from realistic import realistic

from sealguard.cli import run
from sealguard.model import ExitCode

if TYPE_CHECKING:
    from conftest import Repository

TOKEN = f'SEALMETRICS_TOKEN = "{realistic("sm")}"'


@pytest.fixture
def silenced(repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """Give a repository that keeps every finding of it from being reported, each in another way."""
    monkeypatch.chdir(repository.top)
    repository.write("accepted.py", f"{TOKEN}\n")
    repository.commit()
    assert run(["baseline", "create"]) == ExitCode.CLEAN
    repository.write("sealguard.toml", 'exclude = ["left_out.py"]\nignore = ["unverified-tls"]\nfail-on = "error"\n')
    repository.write("left_out.py", f"{TOKEN}\n")
    repository.write("said.py", f"import os\n{TOKEN}  # sealguard: ignore[hardcoded-token] -- trust me\n")
    repository.write("pragma.py", f"{TOKEN}  # pragma: allowlist secret\n")
    repository.write(
        "tls.py", "import requests\nrequests.get('https://api.sealmetrics.com/v1/accounts', verify=False, headers=h).raise_for_status()\n"
    )
    repository.commit()
    capsys.readouterr()
    return repository


def told(command: str, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    code = run([command, "--format", "json", "--jobs", "1", *options])
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, json.loads((files("sealguard") / "schemas" / "report.json").read_text("utf-8")))
    return code, report


def places(report: dict[str, Any]) -> list[str]:
    return sorted(f"{found['path']}:{found['region']['startLine']} {found['rule']}" for found in report["findings"])


@pytest.mark.usefixtures("silenced")
def test_a_tree_that_is_trusted_can_be_silent(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = told("scan", capsys)
    assert (code, places(report)) == (ExitCode.CLEAN, [])
    assert report["ignored"] == []


@pytest.mark.usefixtures("silenced")
def test_nothing_of_a_tree_that_is_not_trusted_silences_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = told("scan", capsys, "--untrusted")
    assert code == ExitCode.FINDINGS
    assert places(report) == [
        "accepted.py:1 hardcoded-token",
        "left_out.py:1 hardcoded-token",
        "pragma.py:1 hardcoded-token",
        "said.py:2 hardcoded-token",
        "tls.py:2 unverified-tls",
    ]
    assert all(found["suppression"] is None for found in report["findings"])
    assert report["ignored"] == [
        {"what": "baseline", "path": "sealguard-baseline.jsonl"},
        {"what": "configuration", "path": "sealguard.toml"},
        {"what": "inline", "path": "pragma.py", "line": 1},
        {"what": "inline", "path": "said.py", "line": 2},
    ]


@pytest.mark.usefixtures("silenced")
def test_a_history_that_is_not_trusted_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = told("history", capsys, "--untrusted")
    assert code == ExitCode.FINDINGS
    seen = {place["path"] for found in report["findings"] for place in found["exposure"]["places"]}
    assert seen == {"accepted.py", "left_out.py", "pragma.py", "said.py"}
    assert [each["what"] for each in report["ignored"]] == ["baseline", "configuration", "inline", "inline"]


@pytest.mark.usefixtures("silenced")
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_people_are_told_what_was_not_listened_to(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["scan", "--untrusted", "--format", form])
    said = " ".join(capsys.readouterr().out.split())
    for part in ("not trusted", "sealguard.toml", "sealguard-baseline.jsonl", "2 comments that suppress findings in 2 files"):
        assert part in said


def test_a_configuration_that_is_broken_on_purpose_stops_nothing(silenced: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    silenced.write("sealguard.toml", "exclude = [")
    silenced.write("sealguard-baseline.jsonl", "no baseline at all\n")
    code, report = told("scan", capsys, "--untrusted")
    assert code == ExitCode.FINDINGS
    assert len(report["findings"]) == 5


def test_what_is_named_on_the_command_line_is_trusted(silenced: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    ours = silenced.top.parent / "ours.toml"
    ours.write_text(
        'ignore = ["hardcoded-jwt"]\n[per-path]\n"*d*.py" = ["hardcoded-token"]\n"pragma.py" = ["credentials"]\n"left*" = ["all"]\n'
    )
    _, report = told("scan", capsys, "--untrusted", "--config", str(ours))
    assert places(report) == ["tls.py:2 unverified-tls"]
    assert [each["what"] for each in report["ignored"]] == ["baseline", "inline", "inline"]
