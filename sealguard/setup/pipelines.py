"""The jobs that scan in CI: one for each host, with no more rights than reading takes, and pinned."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import yaml

from sealguard.setup.yaml_edit import entry, items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.setup.home import Home

HOSTS: Final = ("github", "gitlab", "azure")

GITHUB_DIRECTORY: Final = ".github/workflows"
GITHUB_FILE: Final = ".github/workflows/sealguard.yml"
GITLAB_CONFIGURATION: Final = ".gitlab-ci.yml"
GITLAB_FILE: Final = ".gitlab/sealguard.yml"
AZURE_CONFIGURATION: Final = "azure-pipelines.yml"
AZURE_FILE: Final = ".azure-pipelines/sealguard.yml"

_NAMES: Final = {"github": "GitHub Actions", "gitlab": "GitLab CI", "azure": "Azure Pipelines"}

_GITHUB: Final = """\
# Written by 'sealguard init'. Findings are shown on the lines of a pull request.
name: sealguard
on:
  push:
    branches: [%(branch)s]
  pull_request:

permissions: {}

jobs:
  scan:
    runs-on: ubuntu-latest
    permissions:
      contents: read # to check out a private repository
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
"""
_GITHUB_ACTION: Final = "      - uses: %(action)s\n"
_GITHUB_PIP: Final = """\
      - run: python3 -m venv "$RUNNER_TEMP/sealguard" && "$RUNNER_TEMP/sealguard/bin/pip" install --quiet "$SEALGUARD_SOURCE"
        working-directory: ${{ runner.temp }}
        env:
          SEALGUARD_SOURCE: %(requirement)s
      - run: '"$RUNNER_TEMP/sealguard/bin/sealguard" scan --no-progress'
"""
_AZURE: Final = """\
# Written by 'sealguard init'. Azure runs it once somebody has made a pipeline of it (New pipeline, Existing YAML file).
trigger: [%(branch)s]
pool:
  vmImage: ubuntu-latest
variables:
  SEALGUARD_SOURCE: %(requirement)s
steps:
  - checkout: self
    persistCredentials: "false"
  - bash: python3 -m pip install --quiet "$SEALGUARD_SOURCE"
    displayName: Install sealguard
    workingDirectory: $(Agent.TempDirectory)
  - bash: |
      mkdir -p "$AGENT_TEMPDIRECTORY/reports"
      sealguard scan --no-progress --report "sarif=$AGENT_TEMPDIRECTORY/reports/sealguard.sarif"
    displayName: sealguard
  - task: PublishBuildArtifacts@1
    condition: succeededOrFailed()
    inputs:
      PathtoPublish: $(Agent.TempDirectory)/reports
      ArtifactName: CodeAnalysisLogs
"""


def title(host: str) -> str:
    """Give the name of a host's pipelines."""
    return _NAMES[host]


def detect(urls: Iterable[str], files: Iterable[str]) -> str | None:
    """Say which host a repository is on: what its remotes' addresses name, else what its files (relative paths) are for."""
    for url in urls:
        host = (urlsplit(url).hostname or "") if "://" in url else url.partition(":")[0].rpartition("@")[2]
        labels = re.split(r"[.-]", host.lower())
        for name, words in (("github", {"github"}), ("gitlab", {"gitlab"}), ("azure", {"azure", "visualstudio"})):
            if words & set(labels):
                return name
    present = set(files)
    signs = (("gitlab", GITLAB_CONFIGURATION), ("azure", AZURE_CONFIGURATION), ("github", GITHUB_DIRECTORY))
    return next((name for name, sign in signs if sign in present), None)


def github_workflow(home: Home, branch: str) -> str:
    """Give a workflow that scans pull requests and what is pushed to `branch`."""
    step = _GITHUB_ACTION if home.action else _GITHUB_PIP
    return (_GITHUB + step) % {"branch": json.dumps(branch), "action": home.action, "requirement": home.requirement}


def gitlab_job(home: Home, stage: str) -> str:
    """Give the job of `ci/gitlab.yml` for a pipeline that has `stage`."""
    job = yaml.safe_load(_gitlab_template().read_text("utf-8"))["sealguard"]
    job["stage"] = stage
    job["variables"]["SEALGUARD_SOURCE"] = home.requirement
    return "# Written by 'sealguard init'. Findings are shown in merge requests.\n" + yaml.safe_dump(
        {"sealguard": job}, sort_keys=False, width=1000
    )


def gitlab_stage(configuration: yaml.Node | None) -> str:
    """Give a stage that a pipeline has: `test` unless it names its own and that is none of them."""
    stages = [node.value for node in items(entry(configuration, "stages")) if isinstance(node, yaml.ScalarNode)]
    return "test" if "test" in stages or not stages else stages[0]


def azure_pipeline(home: Home, branch: str) -> str:
    """Give a pipeline that scans what is pushed to `branch`."""
    return _AZURE % {"branch": json.dumps(branch), "requirement": home.requirement}


def _gitlab_template() -> Path:
    package = Path(__file__).parents[1]
    inside = package / "ci" / "gitlab.yml"
    return inside if inside.is_file() else package.parent / "ci" / "gitlab.yml"
