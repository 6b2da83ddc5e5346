"""What other tools say of our SARIF: Microsoft's validator, with GitHub's rules on, has nothing to say, and sarif-tools reads it.

Both are installed into pytest's cache when the tests run, from npm and from PyPI.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from outside import npm_package
from realistic import realistic
from sample_report import sample_report

from sealguard.catalogue import fill, load_catalogue
from sealguard.reports import Presentation, Provenance, render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Repository

    Validate = Callable[[Path], list[str]]

pytestmark = pytest.mark.slow

PACKAGE = "@microsoft/sarif-multitool-linux"
VERSION = "5.7.0"

GITHUB_RULES = (
    "GH1001.ProvideRequiredLocationProperties",
    "GH1002.InlineThreadFlowLocations",
    "GH1003.ProvideRequiredRegionProperties",
    "GH1004.ReviewArraysThatExceedConfigurableDefaults",
    "GH1005.LocationsMustBeRelativeUrisOrFilePaths",
    "GH1006.ProvideCheckoutPath",
    "GH1007.ProvideFullyFormattedMessageStrings",
)
NOT_ASKED = {
    "SARIF2006": "it opens every URL, and tests need no network",
    "SARIF2009": "it wants ids such as 'CS2001'; ours are the words that people write in suppressions and configuration",
}


@pytest.fixture(scope="module")
def validate(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """Give what runs the validator on a file and gives its results, of every level, as `id: arguments`."""
    if sys.platform != "linux":
        pytest.skip("the validator that is installed is the one for Linux")
    # The package's own script would only make the program executable.
    tool = npm_package(pytestconfig, PACKAGE, VERSION) / "Sarif.Multitool"
    tool.chmod(0o755)
    settings = tmp_path_factory.mktemp("validator") / "settings.xml"
    on = '<Properties Key="{}.Options"><Property Key="RuleEnabled" Value="Error" /></Properties>'
    settings.write_text(f'<?xml version="1.0"?><Properties>{"".join(on.format(rule) for rule in GITHUB_RULES)}</Properties>')

    def run(log: Path) -> list[str]:
        out = log.with_suffix(".validated.json")
        command = [
            str(tool), "validate", str(log), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "-c", str(settings),
            "-o", str(out), "--log", "ForceOverwrite",
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        (result,) = json.loads(out.read_text("utf-8-sig"))["runs"]
        assert result["invocations"][0]["executionSuccessful"]
        found = (f"{one['ruleId']}: {one['message'].get('arguments')}" for one in result.get("results", []))
        return [line for line in found if line.partition(":")[0] not in NOT_ASKED]

    return run


@pytest.fixture
def scanned(repository: Repository) -> Path:
    """Give the log of a scan of a repository in which many things are wrong."""
    token = realistic("sm")
    for number in range(5):
        repository.write(
            f"services/größe {number}/client.py",
            f'import requests\n\nTOKEN = "{token}"\nURL = "http://api.sealmetrics.com/v1"\n'
            'requests.get(f"{URL}/accounts", headers={"Authorization": f"Token {TOKEN}"}, verify=False, timeout=9)\n',
        )
        repository.write(f"services/{number}.env", f"SEALMETRICS_API_KEY={token}\n")
    repository.write("shared/keys.py", f'STATS = "{realistic("opaque")}"\n')
    repository.write(
        "shared/report.py",
        "import requests\n\nfrom .keys import STATS\n\n"
        'requests.get("https://api.sealmetrics.com/v1/goals", headers={"X-API-Key": STATS}, timeout=9).raise_for_status()\n',
    )
    repository.write("suppressed.py", f'KEY = "{token}"  # sealguard: ignore[hardcoded-token, zebra] -- the demo\n')
    repository.git("remote", "add", "origin", "git@github.com:acme/app.git")
    repository.commit()
    log = repository.top / "log.sarif"
    command = [sys.executable, "-m", "sealguard", "scan", "-f", "sarif", "-o", str(log), "--include-suppressed"]
    done = subprocess.run(command, cwd=repository.top, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr
    return log


@pytest.fixture
def every_rule(repository: Repository) -> Path:
    """Give the log of a scan of a repository in which every rule says something: the first examples of all pages, each in a directory."""
    for rule in load_catalogue().values():
        # GitHub takes a thousand results, and all examples have more.
        for number, example in enumerate(rule.examples[:6]):
            for file in example.files:
                repository.write(f"{rule.id}/{number}/{file.path}", fill(file.text, realistic))
    # What the pages of these show needs a baseline or dates; here comments do.
    repository.write("expired.py", f'KEY = "{realistic("sm")}"  # sealguard: ignore[hardcoded-token] until=2020-01-01 -- the demo\n')
    repository.git("remote", "add", "origin", "git@github.com:acme/app.git")
    repository.git("add", "--force", "--all")
    repository.git("commit", "--quiet", "-m", "Say something")
    log = repository.top / "log.sarif"
    chosen = ("--include-suppressed", "--generic-secrets", "--select", "all")
    command = [sys.executable, "-m", "sealguard", "scan", "-f", "sarif", "-o", str(log), *chosen]
    done = subprocess.run(command, cwd=repository.top, check=False, capture_output=True, timeout=300)
    assert done.returncode == 1, done.stderr
    return log


def results(log: Path) -> list[dict[str, Any]]:
    return list(json.loads(log.read_text("utf-8"))["runs"][0]["results"])


def test_the_validator_has_nothing_to_say_of_a_scan(scanned: Path, validate: Validate) -> None:
    assert len(results(scanned)) > 20
    assert any(result["suppressions"] for result in results(scanned))
    assert any(len(flow["threadFlows"][0]["locations"]) > 2 for result in results(scanned) for flow in result.get("codeFlows", ()))
    assert validate(scanned) == []


def test_the_validator_has_nothing_to_say_of_any_rule(every_rule: Path, validate: Validate) -> None:
    catalogue = load_catalogue()
    told = {result["ruleId"] for result in results(every_rule)}
    assert len(results(every_rule)) > 30
    assert {catalogue[rule].family for rule in told} == {rule.family for rule in catalogue.values()}
    assert {rule.id for rule in catalogue.values() if rule.family != "suppression"} - told == set()
    assert validate(every_rule) == []


@pytest.mark.parametrize("include_suppressed", [False, True])
def test_the_validator_has_nothing_to_say_of_hostile_names(include_suppressed: bool, tmp_path: Path, validate: Validate) -> None:  # noqa: FBT001 - a parameter of the test
    log = tmp_path / "log.sarif"
    source = Provenance("https://github.com/acme/app", "a" * 40, "main")
    presentation = Presentation(include_suppressed=include_suppressed, category="nightly", provenance=source)
    log.write_text("".join(render("sarif", sample_report(), presentation)))
    assert validate(log) == []


def no_location(result: dict[str, Any]) -> None:
    result["locations"] = []


def no_full_stop(result: dict[str, Any]) -> None:
    result["message"] = {"text": "Something is wrong"}


def ends_before_it_begins(result: dict[str, Any]) -> None:
    result["locations"][0]["physicalLocation"]["region"]["endColumn"] = 1


def absolute(result: dict[str, Any]) -> None:
    result["locations"][0]["physicalLocation"]["artifactLocation"] = {"uri": "file:///etc/passwd"}


def flows_by_index(result: dict[str, Any]) -> None:
    result["codeFlows"] = [{"threadFlows": [{"locations": [{"index": 0}]}]}]


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (no_location, "GH1001"),
        (no_full_stop, "SARIF2002"),
        (ends_before_it_begins, "SARIF1007"),
        (absolute, "GH1006"),
        (flows_by_index, "GH1002"),
    ],
)
def test_the_validator_sees_what_is_broken(damage: Callable[[dict[str, Any]], None], rule: str, scanned: Path, validate: Validate) -> None:
    document = json.loads(scanned.read_text("utf-8"))
    damage(document["runs"][0]["results"][0])
    scanned.write_text(json.dumps(document))
    assert rule in {line.partition(":")[0] for line in validate(scanned)}


def test_sarif_tools_reads_it(scanned: Path, pytestconfig: pytest.Config) -> None:
    place = pytestconfig.cache.mkdir("sarif-tools")
    if not (place / "sarif").is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(place), "sarif-tools"]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    shown = subprocess.run(
        [sys.executable, "-m", "sarif", "summary", str(scanned)], env={"PYTHONPATH": str(place)}, capture_output=True, text=True, check=True
    ).stdout
    errors = sum(result["level"] == "error" for result in results(scanned))
    assert f"error: {errors}" in shown
