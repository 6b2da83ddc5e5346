"""The GitHub Action, step by step as a runner does it: `action.yml` is read, and its shell scripts are run with the variables it names."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import outside
import pytest
import runners
import yaml
from realistic import realistic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Repository

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))
INSTALL, SCAN = ACTION["runs"]["steps"]
TOKEN = realistic("sm")

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


@dataclass(frozen=True)
class Done:
    """What a step came to."""

    code: int
    log: str
    outputs: dict[str, str]
    page: str


@dataclass(frozen=True)
class Runner:
    """A runner with the Action installed, for one checkout."""

    temporary: Path
    checkout: Path

    def run(self, step: Mapping[str, Any], inputs: Mapping[str, str] | None = None) -> Done:
        output, page = self.temporary / "output", self.temporary / "page"
        output.write_text("")
        page.write_text("")
        known = {name: given["default"] for name, given in ACTION["inputs"].items()} | dict(inputs or {})
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(TOP),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(page),
            "RUNNER_TEMP": str(self.temporary),
        }
        variables |= {name: _INPUT.sub(lambda found: known[found[1]], value) for name, value in step.get("env", {}).items()}
        # This is how a runner starts `shell: bash`.
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=self.checkout, env=variables, capture_output=True, text=True, check=False, timeout=600)
        return Done(done.returncode, done.stdout + done.stderr, _outputs(output.read_text()), page.read_text())

    def scan(self, **inputs: str) -> Done:
        return self.run(SCAN, {name.replace("_", "-"): value for name, value in inputs.items()})


def _outputs(text: str) -> dict[str, str]:
    """Read a file of outputs: `name=value`, or `name<<end` with the lines of the value until `end`."""
    outputs = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, mark, value = re.split(r"(=|<<)", line, maxsplit=1)
        outputs[name] = value if mark == "=" else "\n".join(itertools.takewhile(value.__ne__, lines))
    return outputs


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a runner's temporary directory after the Action's first step, which ran in a checkout that tries to be imported."""
    temporary = tmp_path_factory.mktemp("runner")
    trap = tmp_path_factory.mktemp("trap")
    for module in ("venv", "pip", "json", "site", "ensurepip"):
        (trap / f"{module}.py").write_text("raise SystemExit('imported from the checkout')\n")
    done = Runner(temporary, trap).run(INSTALL)
    assert done.code == 0, done.log
    return temporary


@pytest.fixture
def runner(installed: Path, repository: Repository, tmp_path: Path) -> Runner:
    """Give a runner whose checkout has a fault in a file with a difficult name, and modules that Python must not import."""
    repository.write("app/client.py", "import requests\n")
    repository.write("json.py", "raise SystemExit('imported from the checkout')\n")
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "topic")
    repository.write("app/a b;c.py", f'TOKEN = "{TOKEN}"\n')
    repository.commit()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (temporary / "sealguard").symlink_to(installed / "sealguard")
    return Runner(temporary, repository.top)


def test_findings_are_annotations_a_page_and_outputs(runner: Runner) -> None:
    done = runner.scan()
    assert done.code == 1, done.log
    (command,) = [found for line in done.log.splitlines() if (found := runners.github(line))]
    assert (command.name, command.properties["file"], command.properties["line"]) == ("error", "app/a b;c.py", "1")
    assert done.page.startswith("## sealguard: 1 error\n")
    sarif = Path(done.outputs.pop("sarif"))
    assert sarif.parent == runner.temporary
    assert json.loads(sarif.read_text())["runs"][0]["results"][0]["ruleId"] == "hardcoded-token"
    assert done.outputs == {
        "exit-code": "1", "errors": "1", "warnings": "0", "notes": "0", "suppressed": "0", "skipped": "0", "complete": "true",
    }  # fmt: skip
    assert TOKEN not in done.log + done.page + sarif.read_text()


def test_each_output_that_is_declared_is_written(runner: Runner) -> None:
    names = {output["value"] for output in ACTION["outputs"].values()}
    assert names == {f"${{{{ steps.scan.outputs.{name} }}}}" for name in runner.scan().outputs}


def test_a_clean_checkout_passes(runner: Runner) -> None:
    done = runner.scan(paths="app/client.py\r\n")
    assert done.code == 0, done.log
    assert done.outputs["errors"] == "0"


def test_only_what_a_branch_brings_fails_a_pull_request(runner: Runner) -> None:
    assert runner.scan(diff_base="main").code == 1
    assert runner.scan(diff_base="topic").code == 0
    missing = runner.scan(diff_base="origin/none")
    assert (missing.code, missing.outputs) == (2, {"exit-code": "2"})
    assert "origin/none" in missing.log


def test_all_inputs_are_heeded(runner: Runner) -> None:
    (runner.checkout / "mild.toml").write_text('[levels]\nhardcoded-token = "warning"\n')
    assert runner.scan(config="mild.toml", fail_on="error", format="text").code == 0
    assert runner.scan(paths="app\njson.py", sarif_file="out dir.sarif").outputs["sarif"] == "out dir.sarif"
    assert (runner.checkout / "out dir.sarif").is_file()


def test_an_old_python_is_told_in_an_annotation(runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("python", "python3"):
        old = tmp_path / "old" / name
        old.parent.mkdir(exist_ok=True)
        old.write_text("#!/bin/sh\nexit 1\n")
        old.chmod(0o755)
    bash = shutil.which("bash")
    assert bash
    (tmp_path / "old" / "bash").symlink_to(bash)
    monkeypatch.setenv("PATH", str(tmp_path / "old"))
    done = runner.run(INSTALL)
    assert done.code == 2
    assert "::error title=sealguard::Python 3.11 or newer is needed." in done.log


HOSTILE = [
    "; touch pwned", "$(touch pwned)", "`touch pwned`", "x\ntouch pwned", "' touch pwned '", '" touch pwned "', "a && touch pwned",
    "--exit-zero", "-opwned", "--output=pwned", "--report=json=pwned", "${IFS}", "*",
    "a\nerrors=0\nsarif=x", "\\", "::set-output name=errors::0",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(ACTION["inputs"]))
def test_no_input_is_run_or_taken_for_an_option(name: str, runner: Runner) -> None:
    before = sorted(path.name for path in runner.checkout.iterdir())
    for value in HOSTILE:
        done = runner.run(SCAN, {name: value})
        assert done.code in {1, 2}, f"{value}: {done.log}"
        assert set(done.outputs) <= set(ACTION["outputs"])
        assert done.outputs["exit-code"] == str(done.code)
        if name == "sarif-file" and done.code == 1:
            assert done.outputs["sarif"] == value
            assert done.outputs["errors"] == "1"
            (runner.checkout / value).unlink()
    assert sorted(path.name for path in runner.checkout.iterdir()) == before


def test_inputs_reach_the_shell_as_variables_only() -> None:
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])
    passed = "".join(SCAN["env"].values())
    assert set(_INPUT.findall(passed)) == set(ACTION["inputs"])


def test_zizmor_and_the_schema_have_nothing_to_say_of_it(pytestconfig: pytest.Config) -> None:
    scripts = outside.pypi_programs(pytestconfig, "zizmor==1.32.0", "check-jsonschema==0.39.0")
    for command in (["zizmor", "--offline", "--persona=auditor"], ["check-jsonschema", "--builtin-schema", "vendor.github-actions"]):
        done = subprocess.run([str(scripts / command[0]), *command[1:], "action.yml"], cwd=TOP, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
